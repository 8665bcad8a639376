import { readFileSync } from 'node:fs'

const EVERY_MS = 50
const KB_PER_PAGE = 4
/** Linux counts a process's time in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100

interface Used {
  /** Held at most, together. */
  memoryMb: number
  /** Of processors, without what they had used before. */
  cpuSeconds: number
}

/** What the processes below one use; Linux only. */
export function watchBelow(pid: number): { stop: () => Used } {
  const before = new Map(timesBelow(pid))
  const latest = new Map<number, number>()
  let most = 0
  const look = () => {
    most = Math.max(
      most,
      below(pid).reduce((sum, each) => sum + pagesOf(each), 0),
    )
    for (const [each, ticks] of timesBelow(pid)) latest.set(each, ticks)
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    stop() {
      look()
      clearInterval(timer)
      const ticks = [...latest].reduce((sum, [each, now]) => sum + now - (before.get(each) ?? 0), 0)
      return { memoryMb: (most * KB_PER_PAGE) / 1024, cpuSeconds: ticks / TICKS_PER_SECOND }
    },
  }
}

const below = (pid: number): number[] => childrenOf(pid).flatMap((child) => [child, ...below(child)])

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

const pagesOf = (pid: number): number => Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0)

const timesBelow = (pid: number) => below(pid).map((each) => [each, ticksOf(each)] as const)

/** User and system time: the 14th and 15th of its figures, of which the second, a name in brackets, may hold blanks. */
function ticksOf(pid: number): number {
  const [, ...figures] = read(`/proc/${pid}/stat`).split(') ')
  const [user = 0, system = 0] = figures.join(') ').split(' ').slice(11, 13).map(Number)
  return user + system
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
