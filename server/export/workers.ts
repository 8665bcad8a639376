import { Problem } from '#shared/errors/problem.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Answers, Job, RunJob } from './jobs.ts'

/** Longest time one file may take. */
const JOB_LIMIT_MS = 300_000
/** People who may wait at once. */
const MAX_WAITING = 100
/** One that runs and one that waits: whoever asks for more waits for themselves and not for others. */
const MAX_PER_PERSON = 2
const RETRY_SECONDS = 30

/** In whose name a job is done, and what tells that nobody waits for it any more. */
export interface JobOwner {
  person: string
  gone: AbortSignal
}

/**
 * Runs jobs in processes of low priority, one at a time: at most one core is taken, two while Pandoc gets ready beside
 * the process that gathers, and none where live rooms need it. A process lives for one workshop or for one file that was
 * brought: nothing one town's file did can reach another's. It keeps its program and nothing that it read
 * (docs/decisions/0113). Waiting costs nothing: all that a job needs is gathered by its process, when its turn has come.
 */
export class ExportWorkers {
  readonly #runJob: RunJob
  readonly #end: () => void
  #last: Promise<unknown> = Promise.resolve()
  readonly #jobs = new Map<string, number>()
  readonly #closing = new AbortController()

  /** @param end what waits for more */
  constructor(runJob: RunJob, end: () => void = () => undefined) {
    this.#runJob = runJob
    this.#end = end
  }

  /**
   * Refusals of a file are part of the answer.
   * @throws Problem internal when the process fails, room_unavailable when what is stored is damaged, exports_waiting when
   * too much waits, server_stopping
   * @throws StorageError
   */
  async run<Type extends Job['type']>(
    job: Extract<Job, { type: Type }>,
    owner: JobOwner,
  ): Promise<Answers[Type]> {
    const own = this.#jobs.get(owner.person) ?? 0
    if (own >= MAX_PER_PERSON || this.#jobs.size >= MAX_WAITING) {
      throw new Problem('exports_waiting', 'too many exports wait', { seconds: RETRY_SECONDS })
    }
    this.#jobs.set(owner.person, own + 1)
    const turn = this.#last
      .then(() => this.#carryOut(job, owner.gone))
      .finally(() => this.#done(owner.person)) as Promise<Answers[Type]>
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Ends the running job; it and those that wait are refused. */
  close(): void {
    this.#closing.abort()
    this.#end()
  }

  #done(person: string): void {
    const left = this.#jobs.get(person)! - 1
    if (left === 0) this.#jobs.delete(person)
    else this.#jobs.set(person, left)
  }

  async #carryOut(job: Job, gone: AbortSignal): Promise<unknown> {
    const overdue = new AbortController()
    const timer = setTimeout(() => overdue.abort(new Error('took too long')), JOB_LIMIT_MS)
    const signal = AbortSignal.any([this.#closing.signal, overdue.signal, gone])
    try {
      return await this.#runJob(job, signal)
    } catch (error) {
      if (this.#closing.signal.aborted) throw new Problem('server_stopping')
      if (gone.aborted) throw new Problem('request_invalid', 'hung up')
      if (error instanceof StorageError) throw faultOf(error)
      throw new Problem('internal', `export: ${(error as Error).message}`)
    } finally {
      clearTimeout(timer)
    }
  }
}

const faultOf = (error: StorageError) =>
  error.fault === 'damaged' ? new Problem('room_unavailable', error.message) : error
