import { strToU8, zipSync, type ZipOptions } from 'fflate'

/** A file inside of a ZIP. */
export interface Packed {
  name: string
  content: string | Uint8Array
  /** As it is, where a format wants its first file so, or where it is compressed already. */
  stored?: true
}

/** The last year a ZIP can name begins after what a test's clock may say. */
const EARLIEST = Date.UTC(1980, 0, 2)

/** Files in their order, all of one time, so that the same content makes the same bytes. */
export function zipOf(files: readonly Packed[], writtenAt: number): Uint8Array {
  const mtime = new Date(Math.max(EARLIEST, writtenAt))
  const packed = files.map(({ name, content, stored }): [string, [Uint8Array, ZipOptions]] => [
    name,
    [typeof content === 'string' ? strToU8(content) : content, { level: stored ? 0 : 6, mtime }],
  ])
  return zipSync(Object.fromEntries(packed))
}
