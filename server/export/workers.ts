import type { Worker } from 'node:worker_threads'
import { Problem } from '#shared/errors/problem.ts'
import { startThread } from '#server/ports/thread.ts'
import type { Answers, Job } from './export-worker.ts'
import { ownBuffers } from './own-buffers.ts'

/** Longest time one file may take. */
const JOB_LIMIT_MS = 120_000
/** A file that needs more memory takes down its thread, not the rooms. */
const HEAP_LIMIT_MB = 2_048
/** Jobs in the queue: more would hold their data in memory for minutes. */
const MAX_WAITING = 24
const RETRY_SECONDS = 30

/**
 * Runs jobs in worker threads, one at a time and at low priority, so that at most one core is taken and none where live
 * rooms need it. A thread lives for one job: nothing one person's file did can reach another's.
 */
export class ExportWorkers {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #running: Worker | null = null
  #closed = false

  /**
   * Refusals of a file are part of the answer. The bytes of a `read` job move into the thread: do not use them again.
   * @throws Problem internal when the thread fails, rate_limited when too many jobs wait, server_stopping
   */
  async run<Type extends Job['type']>(job: Extract<Job, { type: Type }>): Promise<Answers[Type]> {
    if (this.#waiting >= MAX_WAITING) {
      throw new Problem('rate_limited', 'too many exports wait', { seconds: RETRY_SECONDS })
    }
    this.#waiting++
    const turn = this.#last.then(() => this.#start(job)).finally(() => this.#waiting--) as Promise<
      Answers[Type]
    >
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Ends the running job; those that wait are refused. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running?.terminate()
  }

  #start(job: Job): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Problem('server_stopping'))
    const worker = startThread(import.meta.url, 'export-worker', {
      priority: 'low',
      workerData: job,
      transferList: job.type === 'read' ? ownBuffers([job.bytes]) : [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    })
    this.#running = worker
    return this.#answer(worker).finally(() => {
      this.#running = null
      return worker.terminate()
    })
  }

  #answer(worker: Worker): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const overdue = setTimeout(() => reject(new Problem('internal', 'export took too long')), JOB_LIMIT_MS)
      const settle = (then: () => void) => {
        clearTimeout(overdue)
        then()
      }
      worker.once('message', (answer) => settle(() => resolve(answer)))
      worker.once('error', (error) =>
        settle(() => reject(new Problem('internal', `export: ${nameOf(error)}`))),
      )
      worker.once('exit', () =>
        settle(() => reject(new Problem('internal', 'export ended without an answer'))),
      )
    })
  }
}

/** Not the message: a parser's message may quote what people wrote. */
const nameOf = (error: unknown) => (error as { code?: string; name?: string }).code ?? (error as Error).name
