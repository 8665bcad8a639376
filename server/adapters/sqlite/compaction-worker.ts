import { Database } from './driver.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import { answerJobs } from '#server/base/process.ts'
import type { CompactionJob, Compacted } from './compaction.ts'
import { asking } from './storage-errors.ts'
import { pack, packingQuality } from './packing.ts'
import { RoomStatements, type StoredUpdates } from './update-log-statements.ts'

/**
 * One compaction in a process of its own: reads past the storage thread, because readers hold up no writer, and hands
 * back little.
 */
answerJobs(compact, ({ message }) => message)

function compact({ file, groupId }: CompactionJob): Compacted | null {
  const { updates, position, bytesSinceSnapshot } = asking(() => storedIn(file, groupId), file)
  if (bytesSinceSnapshot === 0) return null
  return { snapshot: pack(foldUpdates(updates), packingQuality.small), position }
}

function storedIn(file: string, groupId: CompactionJob['groupId']): StoredUpdates {
  const database = new Database(file, { readonly: true })
  try {
    return new RoomStatements(database).updatesOf(groupId)
  } finally {
    database.close()
  }
}
