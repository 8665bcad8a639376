import { expect, it } from 'vitest'
import { newId, type AccountId, type WorkshopId } from '#shared/base/ids.ts'
import { MemoryKeyStore } from '#server/adapters/memory/key-store.ts'
import { SqliteKeyStore } from '#server/adapters/sqlite/key-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { memoryDisk } from './disk.ts'
import { accessKey, describeKeyStore } from './key-store.ts'
import { peopleDatabases } from './people-database.ts'
import { account, group, member, workshop } from './people-store.ts'

const newDatabase = peopleDatabases()

async function inSqlite() {
  const { open, closeAll, disk } = newDatabase()
  const database = open()
  const people = new SqlitePeopleStore(database)
  const house = workshop()
  await people.addWorkshop(house, [group(house.id, 0)], member(house.id))
  const accounts = [account(), account({ email: 'jan@example.org' })] as const
  for (const one of accounts) await people.addAccount(one)
  const another = async () => new SqliteKeyStore(open())
  const reopened = () => {
    closeAll()
    return another()
  }
  const accountIds = [accounts[0].id, accounts[1].id] as const
  const store = new SqliteKeyStore(database)
  return { store, people, accountIds, workshopId: house.id, disk, reopened, beside: another }
}

describeKeyStore('memory', async () => {
  const { memory, disk } = memoryDisk()
  const store = new MemoryKeyStore(memory)
  const accountIds = [newId<AccountId>(), newId<AccountId>()] as const
  const workshopId = newId<WorkshopId>()
  return { store, accountIds, workshopId, disk, reopened: async () => store, beside: async () => store }
})
describeKeyStore('sqlite', inSqlite)

it('a workshop that is removed takes the keys for it along, an account all of its own', async () => {
  const { store, people, accountIds, workshopId } = await inSqlite()
  const [mine, yours] = accountIds
  const forAll = accessKey(mine)
  await store.addKey(forAll, 'eins', 9)
  await store.addKey(accessKey(mine, { workshopId }), 'zwei', 9)
  await people.removeWorkshop(workshopId)
  expect(await store.keysOf(mine)).toEqual([forAll])
  await people.unitOfWork(async () => ({
    changes: [{ type: 'removeAccount', accountId: mine, at: 1 }],
    value: null,
  }))
  expect(await store.keyBySecret('eins', 1_000)).toBeNull()
  expect(await store.keysOf(yours)).toEqual([])
})
