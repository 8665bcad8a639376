import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync, type ReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where files wait that are too big for memory: what was exported, until it is downloaded. In the data folder, because
 * it holds what people wrote, and because temporary folders are often memory.
 */
export class Spool {
  readonly #folder: string

  /** What an earlier run left behind goes: nobody waits for it any more. */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'spool')
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
  }

  /** A path for a new file. */
  path(): string {
    return join(this.#folder, randomUUID())
  }

  /** The content of a file, which goes when it was read or nobody reads on. */
  readOnce(path: string): ReadStream {
    const stream = createReadStream(path)
    // What cannot be removed now is removed at the next start.
    stream.once('close', () => void this.remove(path))
    return stream
  }

  remove(path: string): Promise<void> {
    return rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}
