import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Database } from './driver.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { asking } from './storage-errors.ts'

/** One step from a shape of the tables to the next. Never edited after a release; only followed by another. */
export interface Migration {
  name: string
  /** SQL, or what SQL alone cannot do; within one transaction either way. */
  up: string | ((database: Database) => void)
}

/** What is left of a write-ahead log after a checkpoint; one big import would keep its size on disk for ever. */
export const WAL_BYTES_KEPT = 4 * 1024 * 1024

/**
 * Opens (or makes) a database file and brings its tables to the current shape, all or nothing.
 * `synchronous = FULL` with a write-ahead log: a committed transaction survives a power cut.
 * @throws StorageError `newer` when the file was written by a newer version of the program
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Database {
  const database = asking(() => {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    return new Database(file)
  }, file)
  try {
    asking(() => {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      database.pragma(`journal_size_limit = ${WAL_BYTES_KEPT}`)
      database.pragma('foreign_keys = ON')
      // What is deleted is overwritten, not only forgotten
      database.pragma('secure_delete = ON')
      database.pragma('busy_timeout = 5000')
      migrate(database, file, migrations)
    }, file)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Brings what the write-ahead log holds into the file and gives the log's space back. Answers false while somebody
 * reads in it; nobody is waited for.
 */
export function emptyLog(database: Database): boolean {
  const waits = database.pragma('busy_timeout', { simple: true }) as number
  database.pragma('busy_timeout = 0')
  try {
    const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return busy === 0
  } finally {
    database.pragma(`busy_timeout = ${waits}`)
  }
}

function migrate(database: Database, file: string, migrations: readonly Migration[]): void {
  const done = database.pragma('user_version', { simple: true }) as number
  if (done > migrations.length) {
    const shapes = `shape ${done}, known up to ${migrations.length}`
    throw new StorageError('newer', `${file} was written by a newer version (${shapes})`, { place: file })
  }
  const bringUp = database.transaction(() => {
    for (const { up } of migrations.slice(done)) {
      if (typeof up === 'string') database.exec(up)
      else up(database)
    }
    database.pragma(`user_version = ${migrations.length}`)
  })
  if (done < migrations.length) bringUp.immediate()
}
