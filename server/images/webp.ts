import { orientationIn } from '#shared/base/image-orientation.ts'
import { tiffOf } from './orientation.ts'
import type { Stripped } from './stripped.ts'

interface Chunk {
  type: string
  data: Buffer
}

const ofPicture = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const ofFrame = new Set(['VP8 ', 'VP8L', 'ALPH'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04
const FRAME_HEAD_BYTES = 16

/** WebP (RFC 9649): a RIFF list of chunks, in which those of Exif, XMP and other programs go. Null for what is cut off. */
export function strippedWebp(bytes: Buffer): Stripped | null {
  const end = bytes.length < 12 ? Infinity : 8 + bytes.readUInt32LE(4)
  const chunks = end > bytes.length ? null : chunksOf(bytes.subarray(12, end))
  if (!chunks) return null
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data
  const hasPrefix = exif?.toString('latin1', 0, 6) === 'Exif\0\0'
  const orientation = exif ? orientationIn(hasPrefix ? exif.subarray(6) : exif) : 1
  const sizes = chunks.flatMap(sizesIn)
  if (sizes.length === 0) return null
  const shown = chunks.filter(({ type }) => ofPicture.has(type)).map((chunk) => plain(chunk, orientation))
  if (orientation !== 1) shown.push({ type: 'EXIF', data: tiffOf(orientation) })
  const body = Buffer.concat([Buffer.from('WEBP'), ...shown.flatMap(written)])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return {
    pieces: [Buffer.from('RIFF'), size, body],
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
}

function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > bytes.length) return null
    chunks.push({ type: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function plain({ type, data }: Chunk, orientation: number): Chunk {
  if (type === 'VP8X' && data.length > 0) {
    const flags = (data[0]! & ~(EXIF_FLAG | XMP_FLAG)) | (orientation === 1 ? 0 : EXIF_FLAG)
    return { type, data: Buffer.concat([Buffer.from([flags]), data.subarray(1)]) }
  }
  if (type !== 'ANMF') return { type, data }
  const inner = (chunksOf(data.subarray(FRAME_HEAD_BYTES)) ?? []).filter((chunk) => ofFrame.has(chunk.type))
  return { type, data: Buffer.concat([data.subarray(0, FRAME_HEAD_BYTES), ...inner.flatMap(written)]) }
}

function written({ type, data }: Chunk): Buffer[] {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return [Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length % 2)]
}

function sizesIn({ type, data }: Chunk): { width: number; height: number }[] {
  if (type === 'VP8X' && data.length >= 10) {
    return [{ width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }]
  }
  if (type === 'VP8 ' && data.length >= 10) {
    return [{ width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }]
  }
  if (type === 'VP8L' && data.length >= 5) {
    const bits = data.readUInt32LE(1)
    return [{ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }]
  }
  return []
}
