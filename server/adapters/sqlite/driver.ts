import { createRequire } from 'node:module'
import type Sqlite from 'better-sqlite3'

/*
 * Nobody else loads SQLite. From Node 22 on it speaks Node-API and brings a binary for every Node; on 20 that one
 * crashes, and the release before is compiled, which in turn crashes on 24.19 and later. `require`, because only one of
 * the two may be loaded at all. `scripts/installation.mjs` chooses alike.
 */
const isNode20 = Number(process.versions.node.split('.')[0]) < 22

export const Database = createRequire(import.meta.url)(
  isNode20 ? 'better-sqlite3-for-node-20' : 'better-sqlite3',
) as typeof Sqlite
export type Database = Sqlite.Database
