import { KeptProcess, runInProcess } from '#server/base/process.ts'
import type { RunJob } from '#server/export/jobs.ts'
import { ExportWorkers } from '#server/export/workers.ts'

const WORKER = 'export-worker'

/**
 * Starts `export-worker.ts`, which lies beside this file, from source as well as built. Who looks at what is withheld, at
 * the preview and at the file waits for one start; a file that somebody brought has a process for itself.
 */
export function exportWorkers(): ExportWorkers {
  const kept = new KeptProcess(import.meta.url, WORKER)
  const run: RunJob = (job, signal) =>
    'workshopId' in job
      ? kept.run(job.workshopId, job, signal)
      : runInProcess(import.meta.url, WORKER, job, signal)
  return new ExportWorkers(run, () => kept.end())
}
