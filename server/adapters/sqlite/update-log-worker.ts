import { parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { carried } from '#server/base/carried-error.ts'
import { asking, storageErrorOf } from './storage-errors.ts'
import { openRoomDatabase } from './update-log-schema.ts'
import { RoomStatements } from './update-log-statements.ts'
import type { Opening, StorageAnswer, StorageCall } from './update-log-thread.ts'

/**
 * The storage thread: waits for the disk, so that the rooms' thread never does. Carries out one call at a time, in
 * the order in which they came.
 */
const { file } = workerData as { file: string }
const port = parentPort
if (!port) throw new Error('runs as a worker thread only')

try {
  serve(openRoomDatabase(file))
  port.postMessage({ ok: true } satisfies Opening)
} catch (error) {
  port.postMessage({ ok: false, error: carried(error) } satisfies Opening)
}

function serve(database: Database.Database): void {
  const statements = asking(() => new RoomStatements(database), file)
  port!.on('message', (call: StorageCall | 'close') => {
    if (call !== 'close') return port!.postMessage(carryOut(statements, call))
    database.close()
    port!.close()
  })
}

function carryOut(statements: RoomStatements, { id, method, args }: StorageCall): StorageAnswer {
  try {
    const run = statements[method].bind(statements) as (...args: unknown[]) => unknown
    return { id, ok: true, value: run(...args) }
  } catch (error) {
    return { id, ok: false, error: carried(storageErrorOf(error, file)) }
  }
}
