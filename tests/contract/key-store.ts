import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type AccessKeyId, type AccountId, type WorkshopId } from '#shared/base/ids.ts'
import type { AccessKey, KeyStore } from '#server/ports/key-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'

interface Setting {
  store: KeyStore
  /** Two accounts, and a workshop. */
  accountIds: readonly [AccountId, AccountId]
  workshopId: WorkshopId
  disk: TestDisk
  reopened: () => Promise<KeyStore>
  beside: () => Promise<KeyStore>
}

export const accessKey = (accountId: AccountId, more: Partial<AccessKey> = {}): AccessKey => ({
  id: newId<AccessKeyId>(),
  accountId,
  workshopId: null,
  name: 'Sitzungsdienst',
  scopes: ['read'],
  createdAt: 1_000,
  expiresAt: 9_000,
  ...more,
})

/** What every store of keys promises. */
export function describeKeyStore(name: string, open: () => Promise<Setting>): void {
  describe(`keys: ${name}`, () => {
    let setting: Setting
    let store: KeyStore
    let mine: AccountId
    let yours: AccountId
    beforeEach(async () => {
      setting = await open()
      store = setting.store
      ;[mine, yours] = setting.accountIds
    })

    it('are found by the hash of their secret until they expire', async () => {
      const key = accessKey(mine, { workshopId: setting.workshopId, scopes: ['read', 'cards'] })
      await store.addKey(key, 'eins', 9)
      expect(await store.keyBySecret('eins', 8_999)).toEqual(key)
      expect(await store.keyBySecret('eins', 9_000)).toBeNull()
      expect(await store.keyBySecret('zwei', 1_000)).toBeNull()
    })

    it('are listed newest first, expired ones too, to their own account', async () => {
      const [early, late] = [accessKey(mine, { expiresAt: 1_001 }), accessKey(mine, { createdAt: 2_000 })]
      await store.addKey(early, 'früh', 9)
      await store.addKey(late, 'spät', 9)
      expect(await store.keysOf(mine)).toEqual([late, early])
      expect(await store.keysOf(yours)).toEqual([])
    })

    it('are still there after a restart', async () => {
      const key = accessKey(mine)
      await store.addKey(key, 'eins', 9)
      expect(await (await setting.reopened()).keyBySecret('eins', 1_000)).toEqual(key)
    })

    it('are no more than an account may have, also where two add at once', async () => {
      const both = [store, await setting.beside()]
      const added = await Promise.all(
        Array.from({ length: 5 }, (_, n) => both[n % 2]!.addKey(accessKey(mine), `geheim ${n}`, 3)),
      )
      expect(added.filter(Boolean)).toHaveLength(3)
      expect(await store.addKey(accessKey(yours), 'eine andere', 3)).toBe(true)
    })

    it('are revoked by their account alone, also twice', async () => {
      const key = accessKey(mine)
      await store.addKey(key, 'eins', 9)
      await store.revokeKey(yours, key.id)
      expect(await store.keyBySecret('eins', 1_000)).toEqual(key)
      await store.revokeKey(mine, key.id)
      await store.revokeKey(mine, key.id)
      expect(await store.keyBySecret('eins', 1_000)).toBeNull()
    })

    it('are revoked all at once, those of others not', async () => {
      await store.addKey(accessKey(mine), 'eins', 9)
      await store.addKey(accessKey(mine), 'zwei', 9)
      await store.addKey(accessKey(yours), 'drei', 9)
      await store.revokeAll(mine)
      await store.revokeAll(mine)
      expect(await store.keysOf(mine)).toEqual([])
      expect(await store.keysOf(yours)).toHaveLength(1)
    })

    it('are not half stored or half revoked by a disk that is full', async () => {
      const look = () => store.keysOf(mine)
      const keys = [accessKey(mine), accessKey(mine)]
      for (const [n, key] of keys.entries())
        await whereverItFails(setting.disk, () => store.addKey(key, `geheim ${n}`, 9), look)
      await store.addKey(accessKey(mine), 'drei', 9)
      await whereverItFails(setting.disk, () => store.revokeKey(mine, keys[0]!.id), look)
      await whereverItFails(setting.disk, () => store.revokeAll(mine), look)
      expect(await look()).toEqual([])
    })
  })
}
