import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach } from 'vitest'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { sqliteDisk, type TestDisk } from './disk.ts'

/** A people's database in a folder of its own, which everybody who asks for it opens by themselves. */
export interface PeopleDatabase {
  /** Another connection to the same file. */
  open: () => Database.Database
  /** Closes all that were opened. */
  closeAll: () => void
  disk: TestDisk
}

/** Call it at the top of a test file: what was opened is closed after each test. */
export function peopleDatabases(): () => PeopleDatabase {
  const cleanUps: (() => void)[] = []
  afterEach(() => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp()
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-people-'))
    const file = join(folder, 'werkraum.sqlite')
    const opened: Database.Database[] = []
    const closeAll = () => {
      for (const database of opened.splice(0)) database.close()
    }
    cleanUps.push(() => {
      closeAll()
      rmSync(folder, { recursive: true })
    })
    const open = () => {
      const database = openDatabase(file, peopleMigrations)
      opened.push(database)
      return database
    }
    return { open, closeAll, disk: sqliteDisk(() => file) }
  }
}
