import { parentPort, workerData } from 'node:worker_threads'
import { planImport, type ImportPlan, type ImportRefusal } from './import-plan.ts'
import type { Material } from './material.ts'
import { writeFile, type WriteSettings } from './write-file.ts'
import type { Result } from '#shared/base/result.ts'

/** What the worker thread is asked for; one job, then it ends. */
export type Job =
  { type: 'write'; material: Material; settings: WriteSettings } | { type: 'read'; bytes: Uint8Array }

export interface Answers {
  write: Uint8Array
  read: Result<ImportPlan, ImportRefusal>
}

/** Entry of the thread that does what would hold up live rooms: big files, in and out. */
async function work(job: Job): Promise<void> {
  const answer = job.type === 'write' ? await writeFile(job.material, job.settings) : planImport(job.bytes)
  parentPort?.postMessage(answer)
}

await work(workerData as Job)
