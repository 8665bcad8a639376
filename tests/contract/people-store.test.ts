import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { memoryDisk } from './disk.ts'
import { describeOrganisations } from './organisations.ts'
import { peopleDatabases } from './people-database.ts'
import { describePeopleOnDisk, type PeopleOnDisk } from './people-on-disk.ts'
import { describePeopleStore } from './people-store.ts'

const newDatabase = peopleDatabases()

async function inMemory(): Promise<PeopleOnDisk> {
  const { memory, disk } = memoryDisk()
  const store = new MemoryPeopleStore(memory)
  return { store, disk, reopened: async () => store, beside: async () => store }
}

async function inSqlite(): Promise<PeopleOnDisk> {
  const { open, closeAll, disk } = newDatabase()
  const another = async () => new SqlitePeopleStore(open())
  const reopened = () => {
    closeAll()
    return another()
  }
  return { store: await another(), disk, reopened, beside: another }
}

for (const [name, open] of [['memory', inMemory] as const, ['sqlite', inSqlite] as const]) {
  describePeopleStore(name, async () => (await open()).store)
  describeOrganisations(name, async () => (await open()).store)
  describePeopleOnDisk(name, open)
}
