import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** How bytes are written; the word stands in the row beside them and is never given another meaning. */
export type Codec = 'plain' | 'brotli'

export interface Packed {
  codec: Codec
  data: Uint8Array
}

/**
 * Brotli qualities, measured on what Yjs makes of an afternoon and of moves without end (docs/decisions/0026): five
 * takes 50 ms for a megabyte and is for threads nobody waits for; one takes 5 ms, less than writing the bytes it saves.
 */
export const packingQuality = { small: 5, quick: 1 } as const

export function pack(
  bytes: Uint8Array,
  quality: (typeof packingQuality)[keyof typeof packingQuality],
): Packed {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const data = brotliCompressSync(bytes, { params })
  // Copied, because Node keeps small buffers in a common one, which cannot be transferred to another thread
  return data.length < bytes.length
    ? { codec: 'brotli', data: new Uint8Array(data) }
    : { codec: 'plain', data: bytes }
}

/** @throws Error when the bytes are not what `codec` says */
export function unpack({ codec, data }: Packed): Uint8Array {
  switch (codec) {
    case 'plain':
      return data
    case 'brotli':
      return brotliDecompressSync(data)
  }
}
