import { readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import { answerJobs } from '#server/base/process.ts'

/** Answers the priorities of all threads of its process, or what it is told to do instead. */
answerJobs((job: 'priorities' | 'fail' | 'end' | 'never' | 'pid') => {
  if (job === 'fail') throw Object.assign(new Error('secret words'), { code: 'told_to' })
  if (job === 'end') process.exit(3)
  if (job === 'pid') return process.pid
  if (job === 'never') return new Promise(() => setInterval(() => undefined, 1_000))
  return readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))
})
