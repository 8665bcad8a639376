import type { RunJob } from '#server/export/jobs.ts'
import { runInProcess } from '#server/base/process.ts'

/** Starts `export-worker.ts`, which lies beside this file, from source as well as built. */
export const runExportJob: RunJob = (job, signal) =>
  runInProcess(import.meta.url, 'export-worker', job, signal)
