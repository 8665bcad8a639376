import type { GroupId } from '#shared/base/ids.ts'
import { runInProcess } from '#server/base/process.ts'
import type { Packed } from './packing.ts'

export interface CompactionJob {
  /** The rooms' database, open elsewhere. */
  file: string
  groupId: GroupId
}

export interface Compacted {
  snapshot: Packed
  /** Of the last entry that went into it. */
  position: number
}

/**
 * Makes the snapshot of a document as it is stored, in a process that lives for this one job; null where nothing came
 * after the present one.
 * @throws Error when what is stored is damaged or incomplete, or when it was told to stop
 */
export async function compactInProcess(job: CompactionJob, stop: AbortSignal): Promise<Compacted | null> {
  return (await runInProcess(import.meta.url, 'compaction-worker', job, stop)) as Compacted | null
}
