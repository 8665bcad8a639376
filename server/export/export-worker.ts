import { parentPort, workerData } from 'node:worker_threads'
import { planImport, type ImportPlan, type ImportRefusal, type PlannedGroup } from './import-plan.ts'
import { ownBuffers } from './own-buffers.ts'
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
  if (job.type === 'write') {
    const file = await writeFile(job.material, job.settings)
    parentPort?.postMessage(file, ownBuffers([file]))
  } else {
    const plan = planImport(job.bytes)
    parentPort?.postMessage(plan, ownBuffers(plan.ok ? plan.value.groups.flatMap(contentOf) : []))
  }
}

const contentOf = ({ document, assets }: PlannedGroup) => [document, ...assets.map(({ bytes }) => bytes)]

await work(workerData as Job)
