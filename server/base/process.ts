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

type Outcome = { ok: true; value: unknown } | { ok: false; reason: string; fault: StorageFault | null }

/**
 * Carries out one heavy job in a process of its own, which ends with it: nobody in a room waits for it, and where cores
 * are scarce rooms go before it. A thread would not do, because threads share V8's helpers, which then compile and
 * collect garbage for the job at the rooms' priority (docs/decisions/0029). Job and answer are copied.
 *
 * `name` is that of a file `<name>.ts` beside the calling module which calls `answerOneJob`; built, all files lie in
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
  signal.throwIfAborted()
  const isBuilt = !caller.endsWith('.ts')
  const module = new URL(`./${name}.${isBuilt ? 'js' : 'ts'}`, caller)
  const child = fork(module, {
    execArgv: [
      `--max-old-space-size=${HEAP_LIMIT_MB}`,
      '--v8-pool-size=1',
      ...(isBuilt ? [] : ['--import', import.meta.resolve('tsx')]),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  giveWay(child)
  // Whoever waits hears of it in `outcomeOf`; afterwards it concerns nobody
  child.on('error', () => undefined)
  try {
    const outcome = await outcomeOf(child, job, signal)
    if (outcome.ok) return outcome.value
    const message = `${name}: ${outcome.reason}`
    throw outcome.fault === null ? new Error(message) : new StorageError(outcome.fault, message)
  } finally {
    child.kill('SIGKILL')
  }
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
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process of a job ended with ${code}`)
  })
  const answered = once(child, 'message', { signal })
  child.send({ job })
  const [outcome] = (await Promise.race([answered, ended])) as [Outcome]
  return outcome
}

/**
 * The other side: what a process does that was started for one job.
 * @param tell what may be told of an error; its kind, unless the message cannot hold what people wrote
 */
export function answerOneJob<Job>(
  work: (job: Job) => unknown,
  tell: (error: Error) => string = kindOf,
): void {
  // Whoever asked is gone
  process.once('disconnect', () => process.exit())
  process.once('message', ({ job }: { job: Job }) => {
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
    return { ok: true, value: await work(job) }
  } catch (error) {
    const fault = storageFaultOf(error)
    return { ok: false, reason: tell(error as Error), fault }
  }
}
