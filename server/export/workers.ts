import { Problem } from '#shared/errors/problem.ts'
import { runInProcess } from '#server/base/process.ts'
import type { Answers, Job } from './export-worker.ts'

/** Longest time one file may take. */
const JOB_LIMIT_MS = 120_000
/** Jobs in the queue: more would hold their data in memory for minutes. */
const MAX_WAITING = 24
const RETRY_SECONDS = 30

/**
 * Runs jobs in processes of low priority, one at a time, so that at most one core is taken and none where live rooms
 * need it. A process lives for one job: nothing one person's file did can reach another's.
 */
export class ExportWorkers {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  readonly #closing = new AbortController()

  /**
   * Refusals of a file are part of the answer.
   * @throws Problem internal when the process fails, rate_limited when too many jobs wait, server_stopping
   */
  async run<Type extends Job['type']>(job: Extract<Job, { type: Type }>): Promise<Answers[Type]> {
    if (this.#waiting >= MAX_WAITING) {
      throw new Problem('rate_limited', 'too many exports wait', { seconds: RETRY_SECONDS })
    }
    this.#waiting++
    const turn = this.#last.then(() => this.#carryOut(job)).finally(() => this.#waiting--) as Promise<
      Answers[Type]
    >
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Ends the running job; it and those that wait are refused. */
  close(): void {
    this.#closing.abort()
  }

  async #carryOut(job: Job): Promise<unknown> {
    const overdue = new AbortController()
    const timer = setTimeout(() => overdue.abort(new Error('took too long')), JOB_LIMIT_MS)
    const signal = AbortSignal.any([this.#closing.signal, overdue.signal])
    try {
      return await runInProcess(import.meta.url, 'export-worker', job, signal)
    } catch (error) {
      if (this.#closing.signal.aborted) throw new Problem('server_stopping')
      throw new Problem('internal', `export: ${(error as Error).message}`)
    } finally {
      clearTimeout(timer)
    }
  }
}
