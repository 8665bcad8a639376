import { join } from 'node:path'
import { Database } from './driver.ts'
import { makeFolder } from '#server/base/make-folder.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { asking } from './storage-errors.ts'

/** As long as a server that was told to stop may need; whoever restarts one does not wait for it. */
const WAIT_MS = 3_000

/**
 * Makes sure that only one server works on a data folder: two would each hold rooms of their own, and each call saved
 * what the other never shows. An exclusive lock of the file system on an empty database, because that ends with the
 * process however it ends, so that nobody has to judge whether a lock is stale; and it holds between containers that
 * share the folder, and between machines where their network file system passes locks on.
 * @returns lets go
 * @throws StorageError `conflict` while another server holds the folder
 */
export function lockDataFolder(folder: string): () => void {
  const place = folder
  const database = asking(() => {
    makeFolder(folder)
    return new Database(join(folder, 'in-use.lock'), { timeout: WAIT_MS })
  }, place)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isTaken(error)
      ? new StorageError('conflict', 'the folder is in use', { cause: error, place })
      : error
  }
  return () => database.close()
}

function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true
}
