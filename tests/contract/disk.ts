import { Database } from '#server/adapters/sqlite/driver.ts'
import { expect } from 'vitest'
import { MemoryDisk } from '#server/adapters/memory/disk.ts'
import { StorageError } from '#server/base/storage-error.ts'

/** What a store lies on, so that a suite can break it in the middle of a call. */
export interface TestDisk {
  /** So many rows are still taken; the next one is refused, and every one after it. */
  refuseAfter(rows: number): void
  heal(): void
}

/** Memory takes a call as a whole or not at all. */
export function memoryDisk(): { memory: MemoryDisk; disk: TestDisk } {
  const memory = new MemoryDisk()
  const disk: TestDisk = {
    refuseAfter: (rows) => void (memory.isFull = rows === 0),
    heal: () => void (memory.isFull = false),
  }
  return { memory, disk }
}

const kinds = ['INSERT', 'UPDATE', 'DELETE'] as const

/** Refuses inside SQLite, whoever writes, by triggers on all tables: at any row of a transaction, on any machine. */
export function sqliteDisk(file: () => string): TestDisk {
  const change = (run: (database: Database, tables: string[]) => void) => {
    const database = new Database(file(), { timeout: 5_000 })
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    const tables = database.prepare<[], string>(sql).pluck().all()
    database.transaction(() => run(database, tables)).immediate()
    database.close()
  }
  return {
    refuseAfter: (rows) =>
      change((database, tables) => {
        database.exec(`CREATE TABLE allowance AS SELECT ${rows} AS rows_left`)
        for (const table of tables)
          for (const kind of kinds)
            database.exec(`
              CREATE TRIGGER "refuse_${kind}_${table}" BEFORE ${kind} ON "${table}" BEGIN
                SELECT RAISE(ABORT, 'the disk refuses') FROM allowance WHERE rows_left <= 0;
                UPDATE allowance SET rows_left = rows_left - 1;
              END`)
      }),
    heal: () =>
      change((database, tables) => {
        for (const table of tables.filter((name) => name !== 'allowance'))
          for (const kind of kinds) database.exec(`DROP TRIGGER "refuse_${kind}_${table}"`)
        database.exec('DROP TABLE allowance')
      }),
  }
}

/**
 * Lets the disk refuse at the first row of a call, at the second, and so on: each time the call is refused with a
 * typed error that passes, nothing half is left, and the same call succeeds once the disk takes it.
 * @param look everything that the call may change
 */
export async function whereverItFails(
  disk: TestDisk,
  act: () => Promise<unknown>,
  look: () => Promise<unknown>,
): Promise<void> {
  const before = await look()
  for (let rows = 0; rows < 100; rows++) {
    disk.refuseAfter(rows)
    const error: unknown = await act().then(
      () => null,
      (error: unknown) => error,
    )
    disk.heal()
    if (error === null) {
      expect(rows, 'rows it takes').toBeGreaterThan(0)
      expect(await look()).not.toEqual(before)
      return
    }
    expect(error, `refused after ${rows} rows`).toBeInstanceOf(StorageError)
    expect(error).toMatchObject({ isPassing: true })
    expect(await look(), `refused after ${rows} rows`).toEqual(before)
  }
  throw new Error('the call takes more than a hundred rows')
}
