import { expect, it } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { MemorySubscriptionStore } from '#server/adapters/memory/subscription-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqliteSubscriptionStore } from '#server/adapters/sqlite/subscription-store.ts'
import { memoryDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'
import { describeSubscriptionStore, reminderOf } from './subscription-store.ts'

const newDatabase = peopleDatabases()

async function inSqlite() {
  const { open, closeAll, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const house = workshop()
  const members = [member(house.id), member(house.id)] as const
  await people.addWorkshop(house, [group(house.id, 0)], members[0], [members[1]])
  const beside = async () => new SqliteSubscriptionStore(open())
  const reopened = () => {
    closeAll()
    return beside()
  }
  const memberIds = [members[0].id, members[1].id] as const
  const store = new SqliteSubscriptionStore(database)
  return { store, people, members, workshopId: house.id, memberIds, disk, reopened, beside }
}

describeSubscriptionStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const store = new MemorySubscriptionStore(memory)
  const memberIds = [newId<MemberId>(), newId<MemberId>()] as const
  return { store, memberIds, disk, reopened: async () => store, beside: async () => store }
})
describeSubscriptionStore('sqlite', inSqlite)

it('whoever leaves takes both along, and so does a workshop that is removed', async () => {
  const { store, people, members, memberIds, workshopId } = await inSqlite()
  const [gone, there] = memberIds
  for (const memberId of memberIds) {
    await store.keepReminder(reminderOf(memberId, { dueAt: 1 }))
    await store.keepCalendar(memberId, `hash of ${memberId}`, 1)
  }
  const left = async () => (await store.dueReminders(9)).map(({ memberId }) => memberId)
  await people.changeMember({ ...members[0], removedAt: 5 })
  expect(await left()).toEqual([there])
  expect(await store.memberByCalendar(`hash of ${gone}`)).toBeNull()
  await people.removeWorkshop(workshopId)
  expect(await left()).toEqual([])
  expect(await store.memberByCalendar(`hash of ${there}`)).toBeNull()
})
