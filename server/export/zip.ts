import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync, type ZipOptions } from 'fflate'

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

/** A file of a ZIP that is made when its turn has come, and then forgotten. */
export interface PendingFile {
  name: string
  /** As it is: it is compressed already. */
  stored?: true
  make: () => Content | Promise<Content>
}
type Content = string | Uint8Array | AsyncIterable<string>

/** The same as `zipOf`, one file in memory at a time, however many there are. */
export async function streamZip(
  files: readonly PendingFile[],
  writtenAt: number,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const mtime = new Date(Math.max(EARLIEST, writtenAt))
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    write(bytes)
  })
  for (const { name, stored, make } of files) {
    const entry = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = mtime
    zip.add(entry)
    for await (const piece of piecesOf(await make())) entry.push(piece)
    entry.push(new Uint8Array(), true)
  }
  zip.end()
}

async function* piecesOf(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else if (typeof content === 'string') yield strToU8(content)
  else for await (const text of content) yield strToU8(text)
}
