import type { Stripped } from './stripped.ts'

const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
/** The one thing an application may say that is seen: how often an animation repeats. */
const repeats = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** GIF89a: screen, then frames and extensions. Comments, texts and other programs' blocks go. Null for what is cut off. */
export function strippedGif(bytes: Buffer): Stripped | null {
  if (bytes.length < 13) return null
  let at = 13 + tableBytes(bytes[10]!)
  const pieces = [bytes.subarray(0, at)]
  let [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === TRAILER) return { pieces: [...pieces, bytes.subarray(at, at + 1)], width, height }
    if (kind === IMAGE && at + 11 <= bytes.length) {
      // Browsers make the screen as large as its frames
      width = Math.max(width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5))
      height = Math.max(height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7))
      const end = endOfBlocks(bytes, at + 10 + tableBytes(bytes[at + 9]!) + 1)
      pieces.push(bytes.subarray(at, end))
      at = end
    } else if (kind === EXTENSION) {
      const end = endOfBlocks(bytes, at + 2)
      if (isSeen(bytes, at)) pieces.push(bytes.subarray(at, end))
      at = end
    } else return null
  }
  return null
}

function isSeen(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === GRAPHIC_CONTROL) return true
  return bytes[at + 1] === APPLICATION && repeats.has(bytes.toString('latin1', at + 3, at + 14))
}

const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Blocks of at most 255 bytes, each with its length before it; the empty one is the last. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1
  return at + 1
}
