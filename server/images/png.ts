import { crc32, deflateSync } from 'node:zlib'
import { orientationIn } from '#shared/base/image-orientation.ts'
import { tiffOf } from './orientation.ts'
import type { Stripped } from './stripped.ts'

/**
 * Ancillary chunks that the pixels need: transparency, colour, density, animation. Text, time, place and camera stand in
 * others, and so does whatever a program invented.
 */
const kept = new Set('tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '))
const isCritical = (type: string) => /^[A-Z]/.test(type)

/** PNG (third edition): signature, then chunks of length, type, data and CRC. Null for what is cut off or none. */
export function strippedPng(bytes: Buffer): Stripped | null {
  const pieces = [bytes.subarray(0, 8)]
  let [width, height] = [0, 0]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (at === 8) !== (type === 'IHDR')) return null
    const data = bytes.subarray(at + 8, end - 4)
    if (type === 'IHDR') {
      if (data.length !== 13) return null
      ;[width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
    }
    if (type === 'eXIf') pieces.push(...turned(data))
    else if (isCritical(type) || kept.has(type)) pieces.push(bytes.subarray(at, end))
    if (type === 'IEND') return { pieces, width, height }
    at = end
  }
  return null
}

function turned(exif: Buffer): Buffer[] {
  const orientation = orientationIn(exif)
  return orientation === 1 ? [] : chunk('eXIf', tiffOf(orientation))
}

interface Pixels {
  width: number
  /** RGBA, row after row. */
  pixels: Buffer
}

/** A quarter of the time of the usual level, for a third more bytes. */
const LEVEL = 3

/** An area of pixels as a PNG; `right` and `bottom` exclusive. */
export function pngOfPixels(
  { width, pixels }: Pixels,
  { left, top, right, bottom }: Record<'left' | 'top' | 'right' | 'bottom', number>,
): Buffer {
  const [across, down] = [right - left, bottom - top]
  // Each row begins with its filter: none, because flat colours repeat themselves as they are
  const rowBytes = 1 + 4 * across
  const rows = Buffer.alloc(down * rowBytes)
  for (let row = 0; row < down; row++) {
    const from = 4 * ((top + row) * width + left)
    pixels.copy(rows, row * rowBytes + 1, from, from + 4 * across)
  }
  return png({ width: across, height: down }, EIGHT_BITS_RGBA, [
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
  ])
}

/** A black picture, which takes hardly any bytes. @param note tells it from others of its size */
export function blankPng(size: Pick<Stripped, 'width' | 'height'>, note: string): Buffer {
  const rows = Buffer.alloc(size.height * (1 + Math.ceil(size.width / 8)))
  return png(size, ONE_BIT_GREY, [
    chunk('tEXt', Buffer.from(`Comment\0${note}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
  ])
}

/** Bits of each channel, channels; then the only ways to compress, to filter and to interlace. */
const EIGHT_BITS_RGBA = [8, 6, 0, 0, 0]
const ONE_BIT_GREY = [1, 0, 0, 0, 0]

function png({ width, height }: Pick<Stripped, 'width' | 'height'>, how: number[], chunks: Buffer[][]) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(how, 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    ...chunk('IHDR', head),
    ...chunks.flat(),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer[] {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  crc.writeUInt32BE(crc32(body))
  return [length, body, crc]
}
