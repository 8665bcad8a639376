import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** One step from a shape of the tables to the next. Never edited after a release; only followed by another. */
export interface Migration {
  name: string
  up: string
}

/**
 * Opens (or makes) a database file and brings its tables to the current shape, all or nothing.
 * `synchronous = FULL` with a write-ahead log: a committed transaction survives a power cut.
 * @throws when the file was written by a newer version of the program
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new Database(file)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    migrate(database, file, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function migrate(database: Database.Database, file: string, migrations: readonly Migration[]): void {
  const done = database.pragma('user_version', { simple: true }) as number
  if (done > migrations.length) {
    throw new Error(
      `${file} was written by a newer version (shape ${done}, known up to ${migrations.length})`,
    )
  }
  const bringUp = database.transaction(() => {
    for (const migration of migrations.slice(done)) database.exec(migration.up)
    database.pragma(`user_version = ${migrations.length}`)
  })
  if (done < migrations.length) bringUp.immediate()
}
