const ORIENTATION_TAG = 0x0112
const SHORT = 3
const MAX_TAGS = 512
const START_OF_SCAN = 0xda
const APPLICATION_1 = 0xe1

/**
 * How a picture is to be turned to be upright (1 to 8, TIFF 6.0 tag 274), by what is written in a JPEG, PNG or WebP; 1,
 * which is not at all, where nothing readable says so. Reads the structure of the file and none of its pixels.
 */
export function imageOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tiff = jpegExif(view) ?? pngExif(view) ?? webpExif(view)
  return tiff ? orientationIn(tiff) : 1
}

/** @param tiff what Exif holds, from its byte order on */
export function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = latin(view, 0, 4) === 'II*\0'
  if (!isLittle && latin(view, 0, 4) !== 'MM\0*') return 1
  const short = (at: number) => (at + 2 > view.byteLength ? 0 : view.getUint16(at, isLittle))
  if (view.byteLength < 8) return 1
  const start = view.getUint32(4, isLittle)
  const tags = Math.min(short(start), MAX_TAGS)
  for (let n = 0; n < tags; n++) {
    const at = start + 2 + 12 * n
    if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue
    const orientation = short(at + 8)
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  }
  return 1
}

function jpegExif(view: DataView): Uint8Array | null {
  if (latin(view, 0, 2) !== '\xff\xd8') return null
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    // Space before a marker may be filled
    if (marker === 0xff) at++
    else if (marker === START_OF_SCAN) return null
    else {
      const end = at + 2 + view.getUint16(at + 2)
      if (marker === APPLICATION_1 && latin(view, at + 4, 6) === 'Exif\0\0') return part(view, at + 10, end)
      at = end
    }
  }
  return null
}

function pngExif(view: DataView): Uint8Array | null {
  if (latin(view, 0, 8) !== '\x89PNG\r\n\x1a\n') return null
  for (let at = 8; at + 8 <= view.byteLength;) {
    const end = at + 8 + view.getUint32(at)
    if (latin(view, at + 4, 4) === 'eXIf') return part(view, at + 8, end)
    at = end + 4
  }
  return null
}

function webpExif(view: DataView): Uint8Array | null {
  if (latin(view, 0, 4) !== 'RIFF' || latin(view, 8, 4) !== 'WEBP') return null
  for (let at = 12; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at + 4, true)
    const isPrefixed = latin(view, at + 8, 6) === 'Exif\0\0'
    if (latin(view, at, 4) === 'EXIF') return part(view, at + 8 + (isPrefixed ? 6 : 0), at + 8 + length)
    at += 8 + length + (length % 2)
  }
  return null
}

const part = ({ buffer, byteOffset, byteLength }: DataView, start: number, end: number) =>
  end > byteLength || end < start ? null : new Uint8Array(buffer, byteOffset + start, end - start)

const latin = ({ buffer, byteOffset, byteLength }: DataView, start: number, length: number) =>
  start + length > byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(buffer, byteOffset + start, length))
