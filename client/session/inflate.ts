/** Browsers since 2023; the others get documents as they are. */
export const canInflate = 'DecompressionStream' in globalThis

/** Bytes out of zlib's format. @throws TypeError when they are none */
export async function inflate(zlib: Uint8Array): Promise<ArrayBuffer> {
  const bytes = new Blob([zlib as Uint8Array<ArrayBuffer>]).stream()
  return new Response(bytes.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer()
}
