import { readFileSync } from 'node:fs'

const EVERY_MS = 50
const KB_PER_PAGE = 4

/** How much memory the processes that this one started hold at most, together, in MB; Linux only. */
export function watchMemory(): { stop: () => number } {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, residentBelow(process.pid))
  }, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      return most / 1024
    },
  }
}

function residentBelow(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + residentOf(child) + residentBelow(child), 0)
}

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

const residentOf = (pid: number): number =>
  Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * KB_PER_PAGE

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
