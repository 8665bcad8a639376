import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync, type ReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { StorageError, storageFaultOf } from '#server/base/storage-error.ts'

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

  /** Keeps what somebody sends. @throws Problem `tooLarge` beyond `maxBytes`; then nothing is kept */
  async keep(sent: Readable, maxBytes: number, tooLarge: ErrorCode = 'request_too_large'): Promise<string> {
    const path = this.path()
    let bytes = 0
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (bytes > maxBytes)
          done(new Problem(tooLarge, tooLarge, { mb: Math.floor(maxBytes / 1024 / 1024) }))
        else done(null, chunk)
      },
    })
    try {
      await pipeline(sent, count, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
      return path
    } catch (error) {
      await this.remove(path)
      const fault = storageFaultOf(error)
      throw fault === null ? error : new StorageError(fault, 'spool', { cause: error })
    }
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
