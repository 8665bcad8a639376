const ORIENTATION_TAG = 0x0112
const SHORT = 3
const MAX_TAGS = 512

/** How a picture is to be turned (1 to 8, TIFF 6.0 tag 274); 1, which is not at all, where nothing readable says so. */
export function orientationIn(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 4) === 'II*\0'
  if (!isLittle && tiff.toString('latin1', 0, 4) !== 'MM\0*') return 1
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  if (tiff.length < 8) return 1
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const tags = Math.min(short(start), MAX_TAGS)
  for (let n = 0; n < tags; n++) {
    const at = start + 2 + 12 * n
    if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue
    const orientation = short(at + 8)
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  }
  return 1
}

/** Metadata that says how the picture is turned, and nothing else. */
export function tiffOf(orientation: number): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
