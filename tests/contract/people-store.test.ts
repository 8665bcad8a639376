import { openDatabase } from '#server/adapters/sqlite/database.ts'
import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { peopleMigrations } from '#server/adapters/sqlite/people-migrations.ts'
import { SqlitePeopleStore } from '#server/adapters/sqlite/people-store.ts'
import { describePeopleStore } from './people-store.ts'

describePeopleStore('memory', async () => new MemoryPeopleStore())
describePeopleStore('sqlite', async () => new SqlitePeopleStore(openDatabase(':memory:', peopleMigrations)))
