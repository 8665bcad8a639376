import { describe, expect, it } from 'vitest'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import { MemoryGalleryStore } from '#server/adapters/memory/gallery-store.ts'
import { SqliteGalleryStore } from '#server/adapters/sqlite/gallery-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import type { GalleryStore, PublishedProfile } from '#server/ports/gallery-store.ts'
import { memoryDisk, whereverItFails, type TestDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'

const newDatabase = peopleDatabases()

interface Place {
  workshopId: WorkshopId
  groupId: GroupId
}
interface Setting {
  store: GalleryStore
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
  return { store: new SqliteGalleryStore(database), people, places, disk }
}

const somewhere = (): Place => ({ workshopId: newId(), groupId: newId() })
const settings: Record<string, () => Promise<Setting>> = {
  sqlite: inSqlite,
  memory: async () => {
    const { memory, disk } = memoryDisk()
    return { store: new MemoryGalleryStore(memory), places: [somewhere(), somewhere()], disk }
  },
}

const published = (place: Place, name: string, at: number): PublishedProfile => ({
  ...place,
  id: newId(),
  artefactId: newId(),
  language: 'de',
  publishedAt: at,
  changedAt: at,
  profile: publicProfileOf({ name, readiness: 'pilot' }),
})

describe.each(Object.entries(settings))('gallery store (%s)', (_, openSetting) => {
  it('publishes nothing of a workshop that has not opened its gallery', async () => {
    const { store, places } = await openSetting()
    expect(await store.openedAt(places[0].workshopId)).toBeNull()
    expect(await store.publish(published(places[0], 'Wohngeld', 5), 10)).toBeNull()
    expect(await store.published()).toEqual([])
  })

  it('shows what was published of all workshops, what changed last first', async () => {
    const { store, places } = await openSetting()
    for (const { workshopId } of places) await store.open(workshopId, 1)
    const [old, fresh] = [published(places[0], 'Alt', 5), published(places[1], 'Neu', 6)]
    expect(await store.publish(old, 10)).toBe(old.id)
    await store.publish(fresh, 10)
    expect(await store.published()).toEqual([fresh, old])
    expect(await store.publishedOf(places[0].workshopId)).toEqual([old])
    expect(await store.profile(fresh.id)).toEqual(fresh)
    expect(await store.profile(newId())).toBeNull()
  })

  it('keeps address and first day of a card that is published anew', async () => {
    const { store, places } = await openSetting()
    await store.open(places[0].workshopId, 1)
    const first = published(places[0], 'Erst', 5)
    await store.publish(first, 1)
    const again = { ...first, ...published(places[0], 'Dann', 9), artefactId: first.artefactId }
    expect(await store.publish(again, 1)).toBe(first.id)
    expect(await store.published()).toEqual([{ ...again, id: first.id, publishedAt: 5 }])
  })

  it('takes no more than the bound of other cards', async () => {
    const { store, places } = await openSetting()
    for (const { workshopId } of places) await store.open(workshopId, 1)
    await store.publish(published(places[0], 'Eins', 5), 1)
    expect(await store.publish(published(places[0], 'Zwei', 6), 1)).toBeNull()
    expect(await store.publish(published(places[1], 'Anderswo', 6), 1)).not.toBeNull()
  })

  it('withdraws one card, whether it is there or not', async () => {
    const { store, places } = await openSetting()
    await store.open(places[0].workshopId, 1)
    const [one, other] = [published(places[0], 'Eins', 5), published(places[0], 'Zwei', 6)]
    for (const profile of [one, other]) await store.publish(profile, 10)
    expect(await store.withdraw(one.groupId, one.artefactId)).toBe(true)
    expect(await store.withdraw(one.groupId, one.artefactId)).toBe(false)
    expect(await store.published()).toEqual([other])
  })

  it('withdraws all of a workshop with its gallery, and nothing of another', async () => {
    const { store, places } = await openSetting()
    for (const { workshopId } of places) await store.open(workshopId, 1)
    await store.open(places[0].workshopId, 7)
    expect(await store.openedAt(places[0].workshopId)).toBe(1)
    const [gone, stays] = [published(places[0], 'Geht', 5), published(places[1], 'Bleibt', 6)]
    for (const profile of [gone, stays]) await store.publish(profile, 10)
    await store.close(places[0].workshopId)
    await store.close(places[0].workshopId)
    expect(await store.openedAt(places[0].workshopId)).toBeNull()
    expect(await store.published()).toEqual([stays])
  })

  it('changes nothing where storage fails', async () => {
    const { store, places, disk } = await openSetting()
    const { workshopId } = places[0]
    await store.open(workshopId, 1)
    const profile = published(places[0], 'Eins', 5)
    const look = async () => [await store.published(), await store.openedAt(workshopId)]
    await whereverItFails(disk, () => store.publish(profile, 10), look)
    await store.publish(profile, 10)
    await whereverItFails(disk, () => store.withdraw(profile.groupId, profile.artefactId), look)
    await store.publish(profile, 10)
    await whereverItFails(disk, () => store.close(workshopId), look)
  })
})

it('what is public goes with its group, and with its workshop', async () => {
  const { store, people, places } = await inSqlite()
  for (const place of places) {
    await store.open(place.workshopId, 1)
    await store.publish(published(place, 'Eins', 5), 10)
  }
  await people.removeGroup(places[0].groupId)
  expect(await store.publishedOf(places[0].workshopId)).toEqual([])
  await people.removeWorkshop(places[1].workshopId)
  expect(await store.published()).toEqual([])
})
