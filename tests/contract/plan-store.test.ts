import { expect, it } from 'vitest'
import { newId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryPlanStore } from '#server/adapters/memory/plan-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { meetingWith } from '#tests/support/agenda.ts'
import { memoryDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'
import { describePlanStore } from './plan-store.ts'

const newDatabase = peopleDatabases()

async function inSqlite() {
  const { open, closeAll, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const [here, elsewhere] = [workshop(), workshop()]
  for (const house of [here, elsewhere])
    await people.addWorkshop(house, [group(house.id, 0)], member(house.id))
  const another = async () => new SqlitePlanStore(open())
  const reopened = () => {
    closeAll()
    return another()
  }
  const workshopIds = [here.id, elsewhere.id] as const
  return { store: new SqlitePlanStore(database), people, workshopIds, disk, reopened, beside: another }
}

describePlanStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const store = new MemoryPlanStore(memory)
  const workshopIds = [newId<WorkshopId>(), newId<WorkshopId>()] as const
  return { store, workshopIds, disk, reopened: async () => store, beside: async () => store }
})
describePlanStore('sqlite', inSqlite)

it('a workshop that is removed takes its plan with it', async () => {
  const { store, people, workshopIds } = await inSqlite()
  await store.add(workshopIds[0], [meetingWith([])], { meetings: 9, bytes: 1_000_000 })
  await people.removeWorkshop(workshopIds[0])
  expect(await store.meetings(workshopIds[0])).toEqual([])
})
