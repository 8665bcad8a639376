import { once } from 'node:events'
import * as Y from 'yjs'
import { startThread } from '#server/ports/thread.ts'

/**
 * One update that builds the same document as many. Goes through a document, not through `mergeUpdates`, because only
 * a document forgets the content of what was deleted.
 * @throws Error when the updates do not make a complete document
 */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const { pendingStructs, pendingDs } = doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error('stored updates are incomplete')
  const snapshot = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return snapshot
}

/** `foldUpdates` in a thread that lives for this one job. */
export async function foldInThread(updates: readonly Uint8Array[]): Promise<Uint8Array> {
  const worker = startThread(import.meta.url, 'compaction-worker', { workerData: { updates } })
  try {
    // `once` rejects when the thread fails
    const [snapshot] = (await once(worker, 'message')) as [Uint8Array]
    return snapshot
  } finally {
    await worker.terminate()
  }
}
