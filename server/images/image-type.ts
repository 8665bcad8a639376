import type { ImageType } from '#shared/base/image-types.ts'

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

/**
 * What an image is by its first bytes, whatever its sender calls it. Null for everything else, SVG too: it can hold
 * scripts.
 */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (['GIF87a', 'GIF89a'].includes(latin(bytes, 0, 6))) return 'image/gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp'
  return null
}
