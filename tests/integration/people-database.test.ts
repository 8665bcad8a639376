import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, WAL_BYTES_KEPT, type Migration } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { group, member, workshop } from '#tests/contract/people-store.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-'))
  file = join(folder, 'new', 'people.sqlite')
})
afterEach(() => rm(folder, { recursive: true }))

describe('a database file', () => {
  it('survives a power cut: write-ahead log, full synchronisation', () => {
    const database = openDatabase(file, peopleMigrations)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    database.close()
  })

  it('gives the space of a big write back with the next small one', () => {
    const database = openDatabase(file, [{ name: 'one', up: 'CREATE TABLE a (x BLOB) STRICT' }])
    const insert = database.prepare('INSERT INTO a VALUES (?)')
    insert.run(Buffer.alloc(40 * 1024 * 1024))
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(WAL_BYTES_KEPT)
    insert.run(Buffer.alloc(1))
    expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(WAL_BYTES_KEPT)
    database.close()
  })

  const first: Migration = { name: 'first', up: 'CREATE TABLE a (x TEXT) STRICT' }
  const second: Migration = {
    name: 'second',
    up: "ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO a VALUES ('1', '2')",
  }

  it('is brought from any earlier shape to the current one, each step once', () => {
    openDatabase(file, [first]).close()
    openDatabase(file, [first, second]).close()
    const database = openDatabase(file, [first, second])
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: '1', y: '2' }])
    database.close()
  })

  it('stays as it was when a step fails', () => {
    openDatabase(file, [first]).close()
    const broken: Migration = { name: 'broken', up: 'DROP TABLE a; SELECT nonsense' }
    expect(() => openDatabase(file, [first, broken])).toThrow()
    const database = openDatabase(file, [first])
    expect(database.prepare('SELECT count(*) FROM a').pluck().get()).toBe(0)
    database.close()
  })

  it('of a newer program is left alone', () => {
    openDatabase(file, [first, second]).close()
    expect(() => openDatabase(file, [first])).toThrow('newer version')
  })
})

describe('a damaged row', () => {
  it('is reported instead of believed', async () => {
    const database = openDatabase(file, peopleMigrations)
    const store = new SqlitePeopleStore(database)
    const house = workshop()
    const [sound, damaged] = [member(house.id), member(house.id)]
    await store.addWorkshop(house, [group(house.id, 0)], sound, [damaged])
    database.prepare("UPDATE members SET role = 'king' WHERE id = ?").run(damaged.id)
    await expect(store.member(damaged.id)).rejects.toThrow()
    expect(await store.member(sound.id)).toEqual(sound)
    await store.close()
  })
})
