import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { MemoryAssetStore } from '#server/adapters/memory/asset-store.ts'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { describeAssetStore } from './asset-store.ts'
import { group, member, workshop } from './people-store.ts'

describeAssetStore('memory', async () => ({
  store: new MemoryAssetStore(),
  groupIds: [newId<GroupId>(), newId<GroupId>()],
  memberId: newId<MemberId>(),
}))

describeAssetStore('sqlite', async () => {
  const database = openDatabase(':memory:', peopleMigrations)
  const house = workshop()
  const groups = [group(house.id, 0), group(house.id, 1)] as const
  const founder = member(house.id)
  await new SqlitePeopleStore(database).addWorkshop(house, groups, founder)
  return {
    store: new SqliteAssetStore(database),
    groupIds: [groups[0].id, groups[1].id],
    memberId: founder.id,
  }
})
