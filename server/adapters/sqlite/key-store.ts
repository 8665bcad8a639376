import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { AccessKeyId, AccountId, WorkshopId } from '#shared/base/ids.ts'
import { id } from '#shared/protocol/api.ts'
import { keyScopes } from '#shared/workshop/key-scopes.ts'
import type { AccessKey, KeyStore } from '#server/ports/key-store.ts'
import { asking } from './storage-errors.ts'

const scopesSchema = z.array(z.enum(keyScopes))
const keyRow = z.object({
  id: id<AccessKeyId>(),
  accountId: id<AccountId>(),
  workshopId: id<WorkshopId>().nullable(),
  name: z.string(),
  scopes: z.string().transform((text) => scopesSchema.parse(JSON.parse(text))),
  createdAt: z.number(),
  expiresAt: z.number(),
})

const columns = `id, account_id AS accountId, workshop_id AS workshopId, name, scopes,
  created_at AS createdAt, expires_at AS expiresAt`

/** Keys beside the accounts they belong to. */
export class SqliteKeyStore implements KeyStore {
  readonly #all: Database.Statement
  readonly #bySecret: Database.Statement
  readonly #add: Database.Statement
  readonly #revoke: Database.Statement
  readonly #revokeAll: Database.Statement

  /** Shares the database with the people store, which closes it and removes keys with accounts and workshops. */
  constructor(database: Database.Database) {
    this.#all = database.prepare(
      `SELECT ${columns} FROM access_keys WHERE account_id = ? ORDER BY created_at DESC, id DESC`,
    )
    this.#bySecret = database.prepare(
      `SELECT ${columns} FROM access_keys WHERE secret_hash = ? AND expires_at > ?`,
    )
    // Counts and adds in one statement, so that two who add at once are not one too many
    this.#add = database.prepare(
      `INSERT INTO access_keys (id, account_id, workshop_id, secret_hash, name, scopes, created_at, expires_at)
       SELECT @id, @accountId, @workshopId, @secretHash, @name, @scopes, @createdAt, @expiresAt
       WHERE (SELECT count(*) FROM access_keys WHERE account_id = @accountId) < @max`,
    )
    this.#revoke = database.prepare('DELETE FROM access_keys WHERE account_id = ? AND id = ?')
    this.#revokeAll = database.prepare('DELETE FROM access_keys WHERE account_id = ?')
  }

  async keysOf(accountId: AccountId) {
    return asking(() => this.#all.all(accountId)).map((row) => keyRow.parse(row))
  }

  async keyBySecret(secretHash: string, now: number) {
    const row = asking(() => this.#bySecret.get(secretHash, now))
    return row === undefined ? null : keyRow.parse(row)
  }

  async addKey(key: AccessKey, secretHash: string, max: number) {
    const values = { ...key, scopes: JSON.stringify(key.scopes), secretHash, max }
    return asking(() => this.#add.run(values)).changes === 1
  }

  async revokeKey(accountId: AccountId, id: AccessKeyId) {
    asking(() => this.#revoke.run(accountId, id))
  }

  async revokeAll(accountId: AccountId) {
    asking(() => this.#revokeAll.run(accountId))
  }
}
