import { limits } from '#shared/base/limits.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import { hashOf, newToken } from './secrets.ts'

const minuteMs = 60_000

/**
 * Opens a way to a new password for whoever holds the token; the store keeps its hash, and an earlier way closes.
 * Null when nobody has this e-mail address.
 */
export async function issuePasswordReset(
  { people, clock }: { people: PeopleStore; clock: Clock },
  email: string,
): Promise<string | null> {
  const account = await people.accountByEmail(email.trim().toLowerCase())
  if (!account) return null
  const token = newToken()
  const expiresAt = clock.now() + limits.resetLinkMinutes * minuteMs
  await people.setPasswordReset(account.id, hashOf(token), expiresAt)
  return token
}
