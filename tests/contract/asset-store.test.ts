import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { MemoryAssetStore } from '#server/adapters/memory/asset-store.ts'
import { SqliteAssetStore } from '#server/adapters/sqlite/asset-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { describeAssetStore } from './asset-store.ts'
import { memoryDisk } from './disk.ts'
import { peopleDatabases } from './people-database.ts'
import { group, member, workshop } from './people-store.ts'

const newDatabase = peopleDatabases()

describeAssetStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const store = new MemoryAssetStore(memory)
  return {
    store,
    groupIds: [newId<GroupId>(), newId<GroupId>()],
    memberId: newId<MemberId>(),
    disk,
    reopened: async () => store,
    beside: async () => store,
  }
})

describeAssetStore('sqlite', async () => {
  const { open, closeAll, disk } = newDatabase()
  const database = open()
  const house = workshop()
  const groups = [group(house.id, 0), group(house.id, 1)] as const
  const founder = member(house.id)
  await new SqlitePeopleStore(database).addWorkshop(house, groups, founder)
  const another = async () => new SqliteAssetStore(open())
  return {
    store: new SqliteAssetStore(database),
    groupIds: [groups[0].id, groups[1].id],
    memberId: founder.id,
    disk,
    reopened: () => {
      closeAll()
      return another()
    },
    beside: another,
  }
})
