import { describe, expect, it } from 'vitest'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryInterestStore } from '#server/adapters/memory/interest-store.ts'
import { SqliteInterestStore } from '#server/adapters/sqlite/interest-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import type { Interest, InterestStore } from '#server/ports/interest-store.ts'
import { memoryDisk, whereverItFails, type TestDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'

const newDatabase = peopleDatabases()

interface Place {
  workshopId: WorkshopId
  groupId: GroupId
}
interface Setting {
  store: InterestStore
  places: readonly [Place, Place]
  disk: TestDisk
}

async function inSqlite() {
  const { open, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const furnish = async (): Promise<Place> => {
    const house = workshop()
    const room = group(house.id, 0)
    await people.addWorkshop(house, [room, group(house.id, 1)], member(house.id))
    return { workshopId: house.id, groupId: room.id }
  }
  const places = [await furnish(), await furnish()] as const
  return { store: new SqliteInterestStore(database), people, places, disk }
}

const somewhere = (): Place => ({ workshopId: newId(), groupId: newId() })
const settings: Record<string, () => Promise<Setting>> = {
  sqlite: inSqlite,
  memory: async () => {
    const { memory, disk } = memoryDisk()
    return { store: new MemoryInterestStore(memory), places: [somewhere(), somewhere()], disk }
  },
}

const interest = (place: Place, sentAt: number): Interest => ({
  ...place,
  id: newId(),
  artefactId: newId(),
  solution: 'Wohngeld ohne Papier',
  sentAt,
  confirmedAt: null,
  facts: {
    organisation: 'Stadt Beispiel',
    organisationKind: 'municipality',
    name: 'Ada Adler',
    email: 'ada@stadt.example',
    offer: '',
  },
})

const bounds = (listed: number, waiting = 9) => ({ listed, waiting })

describe.each(Object.entries(settings))('interest store (%s)', (_, open) => {
  it('keeps what was sent for each workshop, oldest first, up to the bound', async () => {
    const { store, places } = await open()
    const [later, first, elsewhere] = [interest(places[0], 7), interest(places[0], 5), interest(places[1], 6)]
    for (const one of [later, first]) expect(await store.add(one, null, bounds(2))).toBe('added')
    expect(await store.add(interest(places[0], 8), null, bounds(2))).toBe('full')
    expect(await store.add(elsewhere, null, bounds(2))).toBe('added')
    expect(await store.interestsOf(places[0].workshopId)).toEqual([first, later])
  })

  it('hands each out once, and only to its workshop', async () => {
    const { store, places } = await open()
    const one = interest(places[0], 5)
    await store.add(one, null, bounds(9))
    expect(await store.take(places[1].workshopId, one.id)).toBeNull()
    expect(await store.take(places[0].workshopId, one.id)).toEqual(one)
    expect(await store.take(places[0].workshopId, one.id)).toBeNull()
  })

  it('shows what is confirmed, by its secret and once', async () => {
    const { store, places } = await open()
    const one = interest(places[0], 5)
    await store.add(one, 'hash', bounds(1))
    expect(await store.interestsOf(one.workshopId)).toEqual([])
    expect(await store.confirm('another', 7)).toBe(false)
    expect(await store.confirm('hash', 7)).toBe(true)
    expect(await store.confirm('hash', 8)).toBe(false)
    expect(await store.interestsOf(one.workshopId)).toEqual([{ ...one, confirmedAt: 7 }])
  })

  it('lets those that wait take no place of those that do not, and has a bound for them of their own', async () => {
    const { store, places } = await open()
    const from = (email: string, solution = 'Wohngeld ohne Papier') => {
      const one = interest(places[0], 5)
      return { ...one, solution, facts: { ...one.facts, email } }
    }
    expect(await store.add(from('a@stadt.example'), 'a', bounds(1, 2))).toBe('added')
    expect(await store.add(from('A@Stadt.example'), 'b', bounds(1, 2))).toBe('waiting')
    expect(await store.add(from('a@stadt.example', 'Kita'), 'c', bounds(1, 2))).toBe('added')
    expect(await store.add(from('b@stadt.example'), 'd', bounds(1, 2))).toBe('full')
    expect(await store.add(from('c@stadt.example'), null, bounds(1, 2))).toBe('added')
    expect(await store.add(from('d@stadt.example'), null, bounds(1, 2))).toBe('full')
    expect(await store.confirm('a', 7)).toBe(true)
    expect(await store.interestsOf(places[0].workshopId)).toHaveLength(2)
  })

  it('forgets sooner what nobody confirms', async () => {
    const { store, places } = await open()
    const [waiting, plain] = [interest(places[0], 5), interest(places[0], 5)]
    await store.add(waiting, 'hash', bounds(9))
    await store.add(plain, null, bounds(9))
    expect(await store.sweep(1, 6)).toBe(1)
    expect(await store.interestsOf(places[0].workshopId)).toEqual([plain])
    expect(await store.confirm('hash', 7)).toBe(false)
  })

  it('forgets what is old', async () => {
    const { store, places } = await open()
    const [old, fresh] = [interest(places[0], 5), interest(places[0], 6)]
    for (const one of [old, fresh]) await store.add(one, null, bounds(9))
    expect(await store.sweep(6, 6)).toBe(1)
    expect(await store.interestsOf(places[0].workshopId)).toEqual([fresh])
  })

  it('changes nothing where storage fails', async () => {
    const { store, places, disk } = await open()
    const one = interest(places[0], 5)
    const look = () => store.interestsOf(places[0].workshopId)
    await whereverItFails(disk, () => store.add(one, null, bounds(9)), look)
    expect(await look()).toHaveLength(1)
    await whereverItFails(disk, () => store.take(one.workshopId, one.id), look)
  })
})

it('interest goes with its group, and with its workshop', async () => {
  const { store, people, places } = await inSqlite()
  for (const place of places) await store.add(interest(place, 5), null, bounds(9))
  await people.removeGroup(places[0].groupId)
  await people.removeWorkshop(places[1].workshopId)
  for (const { workshopId } of places) expect(await store.interestsOf(workshopId)).toEqual([])
})
