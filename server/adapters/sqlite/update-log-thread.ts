import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { arrived, type CarriedError } from '#server/base/carried-error.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { startThread } from '#server/base/thread.ts'
import type { RoomStatements } from './update-log-statements.ts'

type Methods = Pick<
  RoomStatements,
  | 'append'
  | 'load'
  | 'keepSnapshot'
  | 'dropCovered'
  | 'bindClients'
  | 'saveVersion'
  | 'removeVersion'
  | 'versions'
  | 'version'
  | 'appendEvents'
  | 'remove'
  | 'events'
  | 'due'
  | 'untold'
  | 'told'
  | 'draftsOf'
  | 'reveal'
  | 'eraseTraces'
>

export interface StorageCall {
  id: number
  method: keyof Methods
  args: unknown[]
}

export type StorageAnswer = { id: number } & (
  { ok: true; value: unknown } | { ok: false; error: CarriedError }
)

/** The first thing the thread says. */
export type Opening = { ok: true } | { ok: false; error: CarriedError }

interface Waiting {
  resolve: (value: never) => void
  reject: (error: Error) => void
}

/** The main thread's side of the storage thread: calls go over in order and come back as promises. */
export class StorageThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #ended: Error | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: StorageAnswer) => this.#settle(answer))
    worker.on('error', (error) => this.#end(error))
    worker.on('exit', () => this.#end(new StorageError('unavailable', 'the storage thread has ended')))
  }

  /** @throws StorageError when the file cannot be opened as the rooms' database */
  static async open(file: string): Promise<StorageThread> {
    const worker = startThread(import.meta.url, 'update-log-worker', { workerData: { file } })
    const [opening] = (await once(worker, 'message')) as [Opening]
    if (!opening.ok) {
      await worker.terminate()
      throw arrived(opening.error)
    }
    return new StorageThread(worker)
  }

  call<Method extends keyof Methods>(
    method: Method,
    ...args: Parameters<Methods[Method]>
  ): Promise<ReturnType<Methods[Method]>> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      const id = ++this.#calls
      this.#waiting.set(id, { resolve, reject })
      const call: StorageCall = { id, method, args }
      this.#worker.postMessage(call)
    })
  }

  /** Carries out what was called before, closes the database and ends the thread. */
  async close(): Promise<void> {
    if (this.#ended) return
    const ended = once(this.#worker, 'exit')
    this.#worker.postMessage('close')
    await ended
  }

  #settle(answer: StorageAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value as never)
    else waiting?.reject(arrived(answer.error))
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
