import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import type { StorageFault } from '#server/ports/storage-fault.ts'
import { StorageError, storageFaultOf } from './storage-error.ts'

/** A job that needs more memory takes down its own process and nothing else. */
const HEAP_LIMIT_MB = 2_048

/**
 * Nice value: a tenth of a core that rooms want, too, all of one that they do not. With 19 it is a seventieth, and on
 * a machine that others keep busy an export ran into its time limit.
 */
export const LOW_PRIORITY = 10

type Outcome =
  { ok: true; value: unknown; heldMb: number } | { ok: false; reason: string; fault: StorageFault | null }

/**
 * New objects have room until a job is done; with V8's own 16 MB a sixth of a file's time went to moving them.
 */
const NEW_OBJECTS_MB = 64

/**
 * Carries out one heavy job in a process of its own, which ends with it: nobody in a room waits for it, and where cores
 * are scarce rooms go before it. A thread would not do, because threads share V8's helpers, which then compile and
 * collect garbage for the job at the rooms' priority (docs/decisions/0029). Job and answer are copied.
 *
 * `name` is that of a file `<name>.ts` beside the calling module which calls `answerJobs`; built, all files lie in
 * one folder.
 * @param caller `import.meta.url` of the calling module
 * @param signal gives the job up
 * @throws StorageError where storage was to blame, Error when the job failed otherwise, its process ended before, or it was given up
 */
export async function runInProcess(
  caller: string,
  name: string,
  job: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const process = new KeptProcess(caller, name)
  try {
    return await process.run('', job, signal)
  } finally {
    process.end()
  }
}

/** How long a process waits for its next job. */
const KEPT_MS = 60_000
/** One that holds more ends with its job. */
const KEPT_MB = 400

/**
 * A process as `runInProcess` starts it, which stays for jobs of the same purpose that come soon, because what has been
 * loaded and compiled takes as long as a small file. They are carried out one after the other. It ends when another
 * purpose's turn has come, when a job fails or is given up, when it has become big, and when nothing comes.
 */
export class KeptProcess {
  readonly #caller: string
  readonly #name: string
  #running: { child: ChildProcess; purpose: string } | null = null
  #last: Promise<unknown> = Promise.resolve()
  #waiting: NodeJS.Timeout | undefined

  constructor(caller: string, name: string) {
    this.#caller = caller
    this.#name = name
  }

  /** Throws as `runInProcess` does. */
  run(purpose: string, job: unknown, signal: AbortSignal): Promise<unknown> {
    const turn = this.#last.then(() => this.#carryOut(purpose, job, signal))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  end(): void {
    clearTimeout(this.#waiting)
    this.#running?.child.kill('SIGKILL')
    this.#running = null
  }

  async #carryOut(purpose: string, job: unknown, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted()
    const child = this.#processFor(purpose)
    try {
      const outcome = await outcomeOf(child, job, signal)
      if (!outcome.ok) {
        const message = `${this.#name}: ${outcome.reason}`
        throw outcome.fault === null ? new Error(message) : new StorageError(outcome.fault, message)
      }
      if (outcome.heldMb > KEPT_MB) this.end()
      else this.#keep(child)
      return outcome.value
    } catch (error) {
      this.end()
      throw error
    }
  }

  #processFor(purpose: string): ChildProcess {
    clearTimeout(this.#waiting)
    if (this.#running && (this.#running.purpose !== purpose || !this.#running.child.connected)) this.end()
    this.#running ??= { child: started(this.#caller, this.#name), purpose }
    const { child } = this.#running
    child.ref()
    child.channel?.ref()
    return child
  }

  /** Nobody has to wait for a process that waits. */
  #keep(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    this.#waiting = setTimeout(() => this.end(), KEPT_MS).unref()
  }
}

function started(caller: string, name: string): ChildProcess {
  const isBuilt = !caller.endsWith('.ts')
  const module = new URL(`./${name}.${isBuilt ? 'js' : 'ts'}`, caller)
  const child = fork(module, {
    execArgv: [
      `--max-old-space-size=${HEAP_LIMIT_MB}`,
      `--max-semi-space-size=${NEW_OBJECTS_MB}`,
      '--v8-pool-size=1',
      ...(isBuilt ? [] : ['--import', import.meta.resolve('tsx')]),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  giveWay(child)
  // Whoever waits hears of it in `outcomeOf`; afterwards it concerns nobody
  child.on('error', () => undefined)
  return child
}

function giveWay({ pid }: ChildProcess): void {
  try {
    // At once: threads that a process starts later have its priority
    if (pid !== undefined) setPriority(pid, LOW_PRIORITY)
  } catch {
    // Ended already, or the system does not allow it: then it runs as everybody else
  }
}

async function outcomeOf(child: ChildProcess, job: unknown, signal: AbortSignal): Promise<Outcome> {
  const settled = new AbortController()
  const until = { signal: AbortSignal.any([signal, settled.signal]) }
  try {
    const ended = once(child, 'exit', until).then(([code]) => {
      throw new Error(`the process of a job ended with ${code}`)
    })
    const answered = once(child, 'message', until)
    child.send({ job })
    const [outcome] = (await Promise.race([answered, ended])) as [Outcome]
    return outcome
  } finally {
    settled.abort()
  }
}

/**
 * The other side: what a process does that was started for jobs, of which one comes after the other.
 * @param tell what may be told of an error; its kind, unless the message cannot hold what people wrote
 */
export function answerJobs<Job>(work: (job: Job) => unknown, tell: (error: Error) => string = kindOf): void {
  // Whoever asked is gone
  process.once('disconnect', () => process.exit())
  process.on('message', ({ job }: { job: Job }) => {
    void outcomeOfWork(work, job, tell).then((outcome) => process.send!(outcome))
  })
}

const kindOf = (error: Error & { code?: string }) => error.code ?? error.name

async function outcomeOfWork<Job>(
  work: (job: Job) => unknown,
  job: Job,
  tell: (error: Error) => string,
): Promise<Outcome> {
  try {
    const value = await work(job)
    return { ok: true, value, heldMb: process.memoryUsage.rss() / 2 ** 20 }
  } catch (error) {
    const fault = storageFaultOf(error)
    return { ok: false, reason: tell(error as Error), fault }
  }
}
