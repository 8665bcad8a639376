import { orientationIn } from '#shared/base/image-orientation.ts'
import { tiffOf } from './orientation.ts'
import type { Stripped } from './stripped.ts'

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const COMMENT = 0xfe
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef
/** Frame headers; the three codes between them mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * JPEG (ITU-T T.81): segments up to the last scan. Of the application segments only those stay that change how the
 * pixels look; cameras, places, previews, and what phones append after the end (films, second pictures) go.
 * Null for what has no frame or is cut off before its first scan.
 */
export function strippedJpeg(bytes: Buffer): Stripped | null {
  const segments: Buffer[] = []
  const size = { width: 0, height: 0 }
  let orientation = 1
  let hasScan = false
  for (let at = 2; ;) {
    const marker = markerAt(bytes, at)
    // Browsers show a photo whose end got lost, so it is taken
    if (marker === null || marker.code === END_OF_IMAGE) break
    const start = marker.at + 2
    const end = start + (start + 2 <= bytes.length ? bytes.readUInt16BE(start) : Infinity)
    if (end > bytes.length || end < start + 2) return null
    const data = bytes.subarray(start + 2, end)
    if (isFrame(marker.code)) {
      if (data.length < 5) return null
      size.height = Math.max(size.height, data.readUInt16BE(1))
      size.width = Math.max(size.width, data.readUInt16BE(3))
    }
    orientation = exifOrientation(marker.code, data) ?? orientation
    const seen = lookOf(marker.code, data, bytes.subarray(marker.at, end))
    if (seen) segments.push(seen)
    at = end
    if (marker.code === START_OF_SCAN) {
      hasScan = true
      at = endOfScan(bytes, end)
      segments.push(bytes.subarray(end, at))
    }
  }
  if (!hasScan || size.width === 0 || size.height === 0) return null
  const pieces = [
    bytes.subarray(0, 2),
    ...turned(orientation),
    ...segments,
    Buffer.from([0xff, END_OF_IMAGE]),
  ]
  return { pieces, ...size }
}

/** The next marker, past the bytes that may fill the space before it. */
function markerAt(bytes: Buffer, from: number): { code: number; at: number } | null {
  let at = from
  while (at + 1 < bytes.length && bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
  return at + 1 < bytes.length && bytes[at] === 0xff ? { code: bytes[at + 1]!, at } : null
}

/** Within a scan 0xff stands before zero, a restart marker, or what comes next. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return at
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function exifOrientation(marker: number, data: Buffer): number | null {
  const isExif = marker === 0xe1 && data.toString('latin1', 0, 6) === 'Exif\0\0'
  return isExif ? orientationIn(data.subarray(6)) : null
}

/** What of a segment is needed to show the picture. */
function lookOf(marker: number, data: Buffer, segment: Buffer): Buffer | null {
  if (marker === COMMENT) return null
  if (!isApplication(marker)) return segment
  const begins = (name: string) => data.toString('latin1', 0, name.length) === name
  if (marker === 0xe0 && begins('JFIF\0') && data.length >= 14) return withoutPreview(data)
  const isLook = (marker === 0xe2 && begins('ICC_PROFILE\0')) || (marker === 0xee && begins('Adobe'))
  return isLook ? segment : null
}

function withoutPreview(jfif: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xe0, 0, 16]), jfif.subarray(0, 12), Buffer.from([0, 0])])
}

function turned(orientation: number): Buffer[] {
  if (orientation === 1) return []
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffOf(orientation)])
  return [Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]
}
