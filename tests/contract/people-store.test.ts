import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { describeOrganisations } from './organisations.ts'
import { describePeopleStore } from './people-store.ts'

const inMemory = async () => new MemoryPeopleStore()
const inSqlite = async () => new SqlitePeopleStore(openDatabase(':memory:', peopleMigrations))

describePeopleStore('memory', inMemory)
describePeopleStore('sqlite', inSqlite)
describeOrganisations('memory', inMemory)
describeOrganisations('sqlite', inSqlite)
