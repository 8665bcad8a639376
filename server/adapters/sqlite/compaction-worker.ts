import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { foldUpdates } from '#shared/document/fold.ts'
import type { CompactionJob, Compacted } from './compaction.ts'
import { pack, packingQuality } from './packing.ts'
import { RoomStatements } from './update-log-statements.ts'

/**
 * One compaction in a thread of its own: reads past the storage thread, because readers hold up no writer, and hands
 * back little.
 */
const { file, groupId } = workerData as CompactionJob
const port = parentPort
if (!port) throw new Error('runs as a worker thread only')
const database = new Database(file, { readonly: true })
const { updates, position, bytesSinceSnapshot } = new RoomStatements(database).updatesOf(groupId)
database.close()
if (bytesSinceSnapshot === 0) port.postMessage(null)
else {
  const snapshot = pack(foldUpdates(updates), packingQuality.small)
  const compacted: Compacted = { snapshot, position }
  port.postMessage(compacted, [snapshot.data.buffer as ArrayBuffer])
}
