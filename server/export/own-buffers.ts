/**
 * Memory that can move between threads instead of being copied: only what an array has to itself. Small buffers of
 * Node share one block; those are copied.
 */
export function ownBuffers(arrays: readonly Uint8Array[]): ArrayBuffer[] {
  return arrays.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  )
}
