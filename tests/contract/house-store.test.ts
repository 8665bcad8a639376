import { describe, expect, it } from 'vitest'
import { newId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryHouseStore } from '#server/adapters/memory/house-store.ts'
import { SqliteHouseStore } from '#server/adapters/sqlite/house-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import type { HouseStore } from '#server/ports/house-store.ts'
import { memoryDisk, whereverItFails, type TestDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'

const newDatabase = peopleDatabases()
const file = (text: string) => new TextEncoder().encode(text)
const about = { format: 'odt', name: 'Briefkopf.odt', colour: null, addedAt: 5 } as const

interface Setting {
  store: HouseStore
  ids: readonly [WorkshopId, WorkshopId]
  disk: TestDisk
}

async function inSqlite() {
  const { open, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const houses = [workshop(), workshop()] as const
  for (const house of houses) await people.addWorkshop(house, [group(house.id, 0)], member(house.id))
  const ids = [houses[0].id, houses[1].id] as const
  return { store: new SqliteHouseStore(database), people, ids, disk }
}

const settings: Record<string, () => Promise<Setting>> = {
  sqlite: inSqlite,
  memory: async () => {
    const { memory, disk } = memoryDisk()
    return { store: new MemoryHouseStore(memory), ids: [newId(), newId()], disk }
  },
}

describe.each(Object.entries(settings))('house store (%s)', (_, open) => {
  it('keeps one file of each format for each workshop, the last one', async () => {
    const { store, ids } = await open()
    await store.keep(ids[0], about, file('alt'))
    await store.keep(ids[0], { ...about, name: 'Neu.odt' }, file('neuer'))
    await store.keep(ids[0], { ...about, format: 'docx' }, file('Wort'))
    expect(await store.templates(ids[0])).toEqual([
      { ...about, from: 'workshop', format: 'docx', sizeBytes: 4 },
      { ...about, from: 'workshop', name: 'Neu.odt', sizeBytes: 5 },
    ])
    expect(Buffer.from((await store.template(ids[0], 'odt'))!.bytes).toString()).toBe('neuer')
    expect(await store.templates(ids[1])).toEqual([])
    expect(await store.template(ids[1], 'odt')).toBeNull()
  })

  it('keeps a colour, with a logo or alone', async () => {
    const { store, ids } = await open()
    await store.keep(ids[0], { ...about, format: 'pdf', name: '', colour: '#7a1020' }, file(''))
    expect(await store.template(ids[0], 'pdf')).toMatchObject({ colour: '#7a1020' })
    expect((await store.template(ids[0], 'pdf'))!.bytes.byteLength).toBe(0)
    expect(await store.templates(ids[0])).toMatchObject([{ name: '', colour: '#7a1020' }])
  })

  it('removes one, whether it is there or not', async () => {
    const { store, ids } = await open()
    await store.keep(ids[0], about, file('alt'))
    await store.remove(ids[0], 'odt')
    await store.remove(ids[0], 'odt')
    expect(await store.templates(ids[0])).toEqual([])
  })

  it('changes nothing where storage fails', async () => {
    const { store, ids, disk } = await open()
    await whereverItFails(
      disk,
      () => store.keep(ids[0], about, file('alt')),
      () => store.templates(ids[0]),
    )
  })
})

it('a workshop that is removed takes its templates with it', async () => {
  const { store, people, ids } = await inSqlite()
  await store.keep(ids[0], about, file('alt'))
  await people.removeWorkshop(ids[0])
  expect(await store.templates(ids[0])).toEqual([])
})
