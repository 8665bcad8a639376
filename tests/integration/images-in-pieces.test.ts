import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId, type AssetId } from '#shared/base/ids.ts'
import { PIECE_BYTES } from '#server/adapters/sqlite/asset-pieces.ts'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import type { Asset } from '#server/ports/asset-store.ts'
import { group, member, workshop } from '#tests/contract/people-store.ts'

const house = workshop()
const room = group(house.id, 0)
const founder = member(house.id)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-images-'))
  file = join(folder, 'people.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function read(store: SqliteAssetStore, id: AssetId): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await store.asset(room.id, id))!.content()) pieces.push(piece)
  return Buffer.concat(pieces)
}

it('images that were stored whole are in pieces afterwards, byte by byte', async () => {
  const pieces = peopleMigrations.findIndex(({ name }) => name === 'images in pieces')
  const before = openDatabase(file, peopleMigrations.slice(0, pieces))
  // As that version wrote them: today's statements know columns that came later
  before.prepare('INSERT INTO workshops VALUES (?, ?, ?, ?)').run(house.id, house.title, house.language, 1)
  before
    .prepare('INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?)')
    .run(room.id, house.id, room.kind, room.name, room.position, room.generation)
  before
    .prepare(
      'INSERT INTO members (id, workshop_id, name, organisation_kind, role, group_ids, may_choose_group, joined_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(founder.id, house.id, founder.name, founder.organisationKind, founder.role, '"all"', 0, 1)
  const images = [0, 1, PIECE_BYTES, PIECE_BYTES + 1, 5 * PIECE_BYTES - 3].map((length, n) => ({
    id: newId<AssetId>(),
    bytes: Buffer.alloc(length, n + 1),
  }))
  const add = before.prepare('INSERT INTO assets VALUES (?, ?, ?, ?, ?, ?)')
  for (const { id, bytes } of images) add.run(id, room.id, 'image/png', bytes, 7, founder.id)
  before.close()

  const database = openDatabase(file, peopleMigrations)
  const store = new SqliteAssetStore(database)
  expect(await store.assetIds(room.id)).toEqual(images.map(({ id }) => id).sort())
  for (const { id, bytes } of images) {
    expect(await store.asset(room.id, id)).toMatchObject({ sizeBytes: bytes.length, createdAt: 7 })
    expect((await read(store, id)).equals(bytes)).toBe(true)
  }
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
})

const imageOf = (sizeBytes: number): Asset => ({
  id: newId<AssetId>(),
  groupId: room.id,
  mediaType: 'image/png',
  sizeBytes,
  createdAt: 1,
  createdBy: founder.id,
})

it('what a crash left of an image goes at the next start, and what is whole stays', async () => {
  const database = openDatabase(file, peopleMigrations)
  await new SqlitePeopleStore(database).addWorkshop(house, [room], founder)
  const store = new SqliteAssetStore(database)
  const whole = imageOf(3)
  await store.add(whole, [Buffer.from('abc')])
  let reached = () => {}
  const isUnderWay = new Promise<void>((resolve) => (reached = resolve))
  async function* cut() {
    yield Buffer.alloc(2 * PIECE_BYTES)
    yield Buffer.alloc(1)
    reached()
    await new Promise(() => undefined)
  }
  void store.add(imageOf(3 * PIECE_BYTES), cut())
  await isUnderWay
  database.close()

  const again = openDatabase(file, peopleMigrations)
  const pieces = again.prepare('SELECT count(*) FROM asset_pieces').pluck()
  expect(pieces.get()).toBe(3)
  expect(await new SqliteAssetStore(again).sweepUnfinished()).toBe(1)
  expect(pieces.get()).toBe(1)
  expect((await read(new SqliteAssetStore(again), whole.id)).toString()).toBe('abc')
  again.close()
})

it('an image that goes while it is read, or lacks a part, is not taken for a whole one', async () => {
  const database = openDatabase(file, peopleMigrations)
  const people = new SqlitePeopleStore(database)
  await people.addWorkshop(house, [room], founder)
  const store = new SqliteAssetStore(database)
  const image = imageOf(2 * PIECE_BYTES)
  await store.add(image, [Buffer.alloc(2 * PIECE_BYTES)])
  const drain = async (meanwhile: () => Promise<void>) => {
    for await (const piece of (await store.asset(room.id, image.id))!.content()) {
      expect(piece.length).toBe(PIECE_BYTES)
      await meanwhile()
    }
  }
  const lose = async () => void database.exec('DELETE FROM asset_pieces WHERE n = 1')
  await expect(drain(lose)).rejects.toMatchObject({ fault: 'damaged' })
  await expect(drain(() => people.removeWorkshop(house.id))).rejects.toMatchObject({ fault: 'conflict' })
  await people.close()
})
