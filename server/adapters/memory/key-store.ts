import type { AccessKeyId, AccountId } from '#shared/base/ids.ts'
import type { AccessKey, KeyStore } from '#server/ports/key-store.ts'
import { MemoryDisk } from './disk.ts'

/** Keys in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemoryKeyStore implements KeyStore {
  readonly #keys = new Map<AccessKeyId, { key: AccessKey; secretHash: string }>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async keysOf(accountId: AccountId) {
    const newestFirst = (a: AccessKey, b: AccessKey) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)
    return structuredClone(this.#of(accountId).sort(newestFirst))
  }

  async keyBySecret(secretHash: string, now: number) {
    const found = [...this.#keys.values()].find((one) => one.secretHash === secretHash)?.key
    return found && found.expiresAt > now ? structuredClone(found) : null
  }

  async addKey(key: AccessKey, secretHash: string, max: number) {
    if (this.#of(key.accountId).length >= max) return false
    this.#disk.write()
    this.#keys.set(key.id, { key: structuredClone(key), secretHash })
    return true
  }

  async revokeKey(accountId: AccountId, id: AccessKeyId) {
    if (this.#keys.get(id)?.key.accountId !== accountId) return
    this.#disk.write()
    this.#keys.delete(id)
  }

  async revokeAll(accountId: AccountId) {
    const own = this.#of(accountId)
    if (own.length === 0) return
    this.#disk.write()
    for (const { id } of own) this.#keys.delete(id)
  }

  #of(accountId: AccountId): AccessKey[] {
    return [...this.#keys.values()].map(({ key }) => key).filter((key) => key.accountId === accountId)
  }
}
