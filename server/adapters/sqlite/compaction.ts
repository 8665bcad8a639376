import { once } from 'node:events'
import type { GroupId } from '#shared/base/ids.ts'
import { startThread } from '#server/ports/thread.ts'
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
 * Makes the snapshot of a document as it is stored, in a thread that lives for this one job; null where nothing came
 * after the present one.
 * @throws Error when what is stored is damaged or incomplete, or when it was told to stop
 */
export async function compactInThread(job: CompactionJob, stop: AbortSignal): Promise<Compacted | null> {
  const worker = startThread(import.meta.url, 'compaction-worker', { priority: 'low', workerData: job })
  try {
    // `once` rejects when the thread fails
    const [compacted] = (await once(worker, 'message', { signal: stop })) as [Compacted | null]
    return compacted
  } finally {
    await worker.terminate()
  }
}
