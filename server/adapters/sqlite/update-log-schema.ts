import { Database } from './driver.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { WAL_BYTES_KEPT } from './database.ts'
import { asking } from './storage-errors.ts'

/**
 * Tables of the rooms' database. `crc` is the CRC-32 of the bytes beside it, as they lie there: SQLite does not notice
 * a flipped bit in a blob, and Yjs would apply half of it. Updates up to the position of their group's snapshot are
 * covered by it and count no more.
 */
const migrations: readonly string[] = [
  `CREATE TABLE updates (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     group_id TEXT NOT NULL,
     data BLOB NOT NULL,
     crc INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX updates_of_group ON updates (group_id, position);
   CREATE TABLE snapshots (
     group_id TEXT PRIMARY KEY,
     position INTEGER NOT NULL,
     data BLOB NOT NULL,
     crc INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE clients (
     group_id TEXT NOT NULL,
     client_id INTEGER NOT NULL,
     member_id TEXT NOT NULL,
     PRIMARY KEY (group_id, client_id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE versions (
     id TEXT PRIMARY KEY,
     group_id TEXT NOT NULL,
     name TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     created_by TEXT NOT NULL,
     reason TEXT NOT NULL,
     card_count INTEGER NOT NULL,
     state BLOB NOT NULL,
     crc INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX versions_of_group ON versions (group_id, created_at DESC, id DESC);
   CREATE TABLE events (
     group_id TEXT NOT NULL,
     seq INTEGER NOT NULL,
     envelope TEXT NOT NULL,
     PRIMARY KEY (group_id, seq)
   ) STRICT, WITHOUT ROWID;`,
  // How the blob is packed (`packing.ts`); what was there before stays as it is
  `ALTER TABLE snapshots ADD COLUMN codec TEXT NOT NULL DEFAULT 'plain';
   ALTER TABLE versions ADD COLUMN codec TEXT NOT NULL DEFAULT 'plain';`,
  `CREATE TABLE due_steps (
     group_id TEXT NOT NULL,
     step_id TEXT NOT NULL,
     at INTEGER NOT NULL,
     PRIMARY KEY (group_id, step_id)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE untold (
     group_id TEXT NOT NULL,
     seq INTEGER NOT NULL,
     at REAL NOT NULL,
     type TEXT NOT NULL,
     subject_id TEXT NOT NULL,
     PRIMARY KEY (group_id, seq)
   ) STRICT, WITHOUT ROWID;`,
]

const BUSY_TIMEOUT_MS = 10_000

/**
 * Opens the rooms' database and brings it to the current schema. Every commit is synced to the disk.
 * @throws StorageError
 */
export function openRoomDatabase(file: string): Database {
  const database = asking(() => new Database(file), file)
  try {
    asking(() => prepare(database, file), file)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: Database, file: string): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  // What is deleted is overwritten, not only forgotten
  database.pragma('secure_delete = ON')
  database.pragma(`journal_size_limit = ${WAL_BYTES_KEPT}`)
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  // Whatever was to be erased when the server last ended is not in the write-ahead log any more
  database.pragma('wal_checkpoint(TRUNCATE)')
  const version = database.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) {
    throw new StorageError('newer', 'the database was written by a later version', { place: file })
  }
  database.transaction(() => {
    for (const migration of migrations.slice(version)) database.exec(migration)
    database.pragma(`user_version = ${migrations.length}`)
  })()
}
