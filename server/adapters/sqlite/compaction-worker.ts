import Database from 'better-sqlite3'
import { foldUpdates } from '#shared/document/fold.ts'
import { answerOneJob } from '#server/ports/process.ts'
import type { CompactionJob, Compacted } from './compaction.ts'
import { pack, packingQuality } from './packing.ts'
import { RoomStatements } from './update-log-statements.ts'

/**
 * One compaction in a process of its own: reads past the storage thread, because readers hold up no writer, and hands
 * back little.
 */
answerOneJob(compact, ({ message }) => message)

function compact({ file, groupId }: CompactionJob): Compacted | null {
  const database = new Database(file, { readonly: true })
  const { updates, position, bytesSinceSnapshot } = new RoomStatements(database).updatesOf(groupId)
  database.close()
  if (bytesSinceSnapshot === 0) return null
  return { snapshot: pack(foldUpdates(updates), packingQuality.small), position }
}
