import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { pixelsOf } from '#server/images/clean-image.ts'
import { blankPng } from '#server/images/png.ts'
import type { Pictures } from '../pdf.ts'
import type { Packed } from '../zip.ts'

/** A line of a page has fewer points, and Pandoc makes what is wider as wide as the line. */
const WIDEST = 480

/**
 * What Pandoc is given in place of pictures: blank ones of their shape. It wants to know nothing else of them, but reads
 * every pixel to know that, and packs them again, which took it twice as long as everything else.
 */
export function standInsFor(pictures: Pictures): Pictures {
  return new Map(
    [...pictures].map(([name, picture], n) => {
      const size = pixelsOf(Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.length))
      return [name, size ? { ...picture, bytes: blankPng(smaller(size), String(n)) } : picture]
    }),
  )
}

function smaller({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, WIDEST / width)
  return { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) }
}

/** The files in an office document, pictures in the place of what stands in for them. */
export function withPictures(document: Uint8Array, pictures: Pictures, standIns: Pictures): Packed[] {
  const names = new Map([...standIns].map(([name, { bytes }]) => [keyOf(bytes), name]))
  return Object.entries(unzipSync(document)).map(([name, content]) => {
    const picture = pictures.get(names.get(keyOf(content)) ?? '')
    if (picture) return { name, content: picture.bytes, stored: true }
    // Where it stands that the file is an ODT
    return name === 'mimetype' ? { name, content, stored: true } : { name, content }
  })
}

const keyOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
