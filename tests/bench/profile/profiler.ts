import { readdirSync, readFileSync } from 'node:fs'
import { Session, type Profiler } from 'node:inspector/promises'

/** Kernel ticks in which Linux counts CPU time. */
const TICK_MS = 10
const MAIN_THREAD = String(process.pid)
const SAMPLE_EVERY_MICROS = 250

export interface ProfileAnswer {
  type: 'profile'
  profile: Profiler.Profile
  /** CPU of the thread that holds the rooms, and of all others, while the profile was taken. */
  mainMs: number
  otherMs: number
}

/** Lets the benchmark profile this server by IPC: `profile` begins, the next `profile` ends and answers. */
export function answerProfiling(): void {
  const session = new Session()
  let before: ThreadTimes | null = null
  const toggle = async () => {
    if (before) return process.send!(await finish(session, before))
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_MICROS })
    before = threadTimes()
    await session.post('Profiler.start')
    return true
  }
  process.on('message', (message) => {
    if (message !== 'profile') return
    toggle().catch((error: unknown) => process.send!({ type: 'failed', reason: String(error) }))
  })
}

async function finish(session: Session, before: ThreadTimes): Promise<ProfileAnswer> {
  const after = threadTimes()
  const { profile } = await session.post('Profiler.stop')
  return {
    type: 'profile',
    profile,
    mainMs: after.mainMs - before.mainMs,
    otherMs: after.otherMs - before.otherMs,
  }
}

interface ThreadTimes {
  mainMs: number
  otherMs: number
}

function threadTimes(): ThreadTimes {
  const times: ThreadTimes = { mainMs: 0, otherMs: 0 }
  for (const thread of readdirSync('/proc/self/task')) {
    times[thread === MAIN_THREAD ? 'mainMs' : 'otherMs'] += cpuMsOf(thread)
  }
  return times
}

/** User and system time: fields 14 and 15 of proc(5)'s stat, counted behind the name in brackets. */
function cpuMsOf(thread: string): number {
  const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
