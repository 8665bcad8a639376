import { expect, it } from 'vitest'
import { newId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryPlanStore } from '#server/adapters/memory/plan-store.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { SqlitePlanStore } from '#server/adapters/sqlite/plan-store.ts'
import { meetingWith } from '#tests/support/agenda.ts'
import { group, member, workshop } from './people-store.ts'
import { describePlanStore } from './plan-store.ts'

async function inSqlite() {
  const database = openDatabase(':memory:', peopleMigrations)
  const people = new SqlitePeopleStore(database)
  const [here, elsewhere] = [workshop(), workshop()]
  for (const house of [here, elsewhere])
    await people.addWorkshop(house, [group(house.id, 0)], member(house.id))
  return { store: new SqlitePlanStore(database), people, workshopIds: [here.id, elsewhere.id] as const }
}

describePlanStore('memory', async () => ({
  store: new MemoryPlanStore(),
  workshopIds: [newId<WorkshopId>(), newId<WorkshopId>()],
}))
describePlanStore('sqlite', inSqlite)

it('a workshop that is removed takes its plan with it', async () => {
  const { store, people, workshopIds } = await inSqlite()
  await store.add(workshopIds[0], [meetingWith([])], 9)
  await people.removeWorkshop(workshopIds[0])
  expect(await store.meetings(workshopIds[0])).toEqual([])
})
