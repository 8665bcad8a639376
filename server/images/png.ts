import { crc32 } from 'node:zlib'
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
  if (orientation === 1) return []
  const body = Buffer.concat([Buffer.from('eXIf'), tiffOf(orientation)])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  crc.writeUInt32BE(crc32(body))
  return [length, body, crc]
}
