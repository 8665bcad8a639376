import { expect, it } from 'vitest'
import { newId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryPlanStore } from '#server/adapters/memory/plan-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { meetingWith, ownMethod } from '#tests/support/agenda.ts'
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
  const groups = [group(here.id, 0), group(elsewhere.id, 0)] as const
  for (const [n, house] of [here, elsewhere].entries())
    await people.addWorkshop(house, [groups[n]!], member(house.id))
  const groupIds = [groups[0].id, groups[1].id] as const
  const another = async () => new SqlitePlanStore(open())
  const reopened = () => {
    closeAll()
    return another()
  }
  const workshopIds = [here.id, elsewhere.id] as const
  return {
    store: new SqlitePlanStore(database),
    people,
    workshopIds,
    groupIds,
    disk,
    reopened,
    beside: another,
  }
}

describePlanStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const store = new MemoryPlanStore(memory)
  const workshopIds = [newId<WorkshopId>(), newId<WorkshopId>()] as const
  const groupIds = [newId<GroupId>(), newId<GroupId>()] as const
  return { store, workshopIds, groupIds, disk, reopened: async () => store, beside: async () => store }
})
describePlanStore('sqlite', inSqlite)

it('a workshop that is removed takes its plan with it', async () => {
  const { store, people, workshopIds, groupIds } = await inSqlite()
  await store.add(workshopIds[0], [meetingWith([])], { meetings: 9, bytes: 1_000_000 })
  await store.addMethod(workshopIds[0], ownMethod(), 9)
  await store.writeSpeakerNote(groupIds[0], { placeId: 'page:one', text: 'Guten Morgen' }, '', 9)
  await store.writeSummary(workshopIds[0], { groupId: groupIds[0], text: 'Alles gut' }, '')
  await people.removeWorkshop(workshopIds[0])
  expect(await store.meetings(workshopIds[0])).toEqual([])
  expect(await store.methods(workshopIds[0])).toEqual([])
  expect(await store.speakerNotes(groupIds[0])).toEqual([])
  expect(await store.summaries(workshopIds[0])).toEqual([])
})
