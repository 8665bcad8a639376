import { parentPort, workerData } from 'node:worker_threads'
import { openRoomDatabase } from './update-log-schema.ts'
import { RoomStatements } from './update-log-statements.ts'
import type { StorageAnswer, StorageCall } from './update-log-thread.ts'

/**
 * The storage thread: waits for the disk, so that the rooms' thread never does. Carries out one call at a time, in
 * the order in which they came.
 */
const { file } = workerData as { file: string }
const port = parentPort
if (!port) throw new Error('runs as a worker thread only')
const database = openRoomDatabase(file)
const statements = new RoomStatements(database)

port.on('message', (call: StorageCall | 'close') => {
  if (call === 'close') {
    database.close()
    port.close()
    return
  }
  port.postMessage(carryOut(call))
})
port.postMessage('ready')

function carryOut({ id, method, args }: StorageCall): StorageAnswer {
  try {
    const run = statements[method].bind(statements) as (...args: unknown[]) => unknown
    return { id, ok: true, value: run(...args) }
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}
