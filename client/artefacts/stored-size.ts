import { imageOrientation } from '#shared/base/image-orientation.ts'
import { limits } from '#shared/base/limits.ts'

/** Longest side of a picture that is stored: sharp on a printed page and on a wall. */
const LONGEST_SIDE_PX = 2_400

/** How a drawn picture is written, by what is drawn: photos lose what nobody sees, letters and lines stay sharp. */
const qualities: Readonly<Record<string, number | undefined>> = {
  'image/jpeg': 0.85,
  'image/webp': 0.85,
  'image/png': undefined,
}

/**
 * A picture as it is stored: its pixels as they are to be seen, and no more of them than a printed page shows. Telephones
 * write them as the sensor lay, in a size for posters, and a group's space is for all of its pictures. What moves, what
 * cannot be drawn here and what would not become smaller stays as it is; documents are written by its note of how it lies.
 */
export async function asStored(image: Blob): Promise<Blob> {
  if (!(image.type in qualities)) return image
  const bytes = new Uint8Array(await image.arrayBuffer())
  if (moves(bytes)) return image
  const isTurned = imageOrientation(bytes) !== 1
  try {
    const drawn = await redrawn(image)
    if (!drawn || drawn.type !== image.type || drawn.size > limits.maxImageBytes) return image
    return isTurned || drawn.size < image.size ? drawn : image
  } catch {
    // Damaged, or too much for this device: whoever takes it says so
    return image
  }
}

/** Whether more than one picture follows: a WebP file says so in its first chunk, a PNG before its first picture. */
const moves = (bytes: Uint8Array) => movesAsWebp(bytes) || movesAsPng(bytes)

const ANIMATED = 0b10
const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const movesAsWebp = (bytes: Uint8Array) =>
  ascii(bytes, 8, 8) === 'WEBPVP8X' && ((bytes[20] ?? 0) & ANIMATED) !== 0

/** Its chunks: four bytes of length, four of name, the content, four to check it. */
function movesAsPng(bytes: Uint8Array): boolean {
  if (ascii(bytes, 1, 3) !== 'PNG') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = ascii(bytes, at + 4, 4)
    if (name === 'acTL') return true
    if (name === 'IDAT') return false
  }
  return false
}

async function redrawn(image: Blob): Promise<Blob | null> {
  const pixels = await createImageBitmap(image, { imageOrientation: 'from-image' })
  const { width, height } = storedSize(pixels)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(pixels, 0, 0, width, height)
  pixels.close()
  return new Promise((resolve) => canvas.toBlob(resolve, image.type, qualities[image.type]))
}

/** In whole pixels, never enlarged. */
export function storedSize({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(width, height, 1))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
