import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { newId, type AccountId } from '#shared/base/ids.ts'
import { MemoryKeyStore } from '#server/adapters/memory/key-store.ts'
import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { Logins } from '#server/auth/logins.ts'
import { SessionTies } from '#server/auth/session-ties.ts'
import type { AccessKey } from '#server/ports/key-store.ts'
import { StandingClock } from '#tests/support/http-installation.ts'

it('a program whose key was revoked or ran out while its request waited is nobody any more', async () => {
  const [clock, keys] = [new StandingClock(), new MemoryKeyStore()]
  const logins = new Logins({ people: new MemoryPeopleStore(), keys }, new SessionTies(), clock, null)
  const accountId = newId<AccountId>()
  const waiting = async (): Promise<FastifyRequest> => {
    const times = { createdAt: clock.now(), expiresAt: clock.now() + 1_000 }
    const key: AccessKey = {
      id: newId(),
      accountId,
      workshopId: null,
      name: 'Akte',
      scopes: ['read'],
      ...times,
    }
    await keys.addKey(key, key.id, 20)
    return { accessKey: key, cookies: {} } as unknown as FastifyRequest
  }
  const [revoked, expired] = [await waiting(), await waiting()]
  expect(await logins.of(revoked)).toMatchObject({ accountId })
  await keys.revokeKey(accountId, revoked.accessKey!.id)
  await expect(logins.of(revoked)).rejects.toMatchObject({ code: 'key_invalid' })
  expect(await logins.of(expired)).toMatchObject({ accountId })
  clock.pass(1_000)
  await expect(logins.of(expired)).rejects.toMatchObject({ code: 'key_invalid' })
})
