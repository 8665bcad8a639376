import type { Result } from '#shared/base/result.ts'
import { answerOneJob } from '#server/base/process.ts'
import { planImport, type ImportPlan, type ImportRefusal } from './import-plan.ts'
import type { Material } from './material.ts'
import { writeFile, type WriteSettings } from './write-file.ts'

/** What the process is asked for; one job, then it ends. */
export type Job =
  { type: 'write'; material: Material; settings: WriteSettings } | { type: 'read'; bytes: Uint8Array }

export interface Answers {
  write: Uint8Array
  read: Result<ImportPlan, ImportRefusal>
}

/** Entry of the process that does what would hold up live rooms: big files, in and out. */
answerOneJob((job: Job) =>
  job.type === 'write' ? writeFile(job.material, job.settings) : planImport(job.bytes),
)
