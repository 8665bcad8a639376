import { newId, type InviteId, type WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { createInviteRequest, Invitation } from '#shared/protocol/api.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import type { z } from 'zod'
import type { GuessLimit } from '#server/auth/guess-limit.ts'
import type { InviteSecrets } from '#server/auth/invite-secrets.ts'
import { hashOf, hashOfCode } from '#server/auth/secrets.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Invite, PeopleStore } from '#server/ports/people-store.ts'
import { requireGroups } from './groups.ts'

const dayMs = 24 * 60 * 60 * 1000

interface Means {
  people: PeopleStore
  clock: Clock
  guesses: Pick<GuessLimit, 'attempt'>
  inviteSecrets: InviteSecrets
}

/** Makes an invite. Its secrets are stored nowhere; they follow from its id and a key. */
export async function makeInvite(
  { people, clock, inviteSecrets }: Pick<Means, 'people' | 'clock' | 'inviteSecrets'>,
  workshopId: WorkshopId,
  { role, groupId, label, validDays }: z.output<typeof createInviteRequest>,
): Promise<{ invite: Invite; token: string; code: string }> {
  // Nobody is invited into a room that is closed within the hour
  const lasting = (await people.groups(workshopId)).filter(({ kind }) => kind !== 'breakout')
  if (groupId !== null) requireGroups(lasting, [groupId])
  const now = clock.now()
  const id = newId<InviteId>(now)
  const { token, code } = inviteSecrets.of(id)
  const invite: Invite = {
    id,
    workshopId,
    label,
    role,
    groupId: entersEveryRoom(role) ? null : groupId,
    tokenHash: hashOf(token),
    codeHash: hashOfCode(code),
    createdAt: now,
    expiresAt: now + validDays * dayMs,
    revokedAt: null,
    acceptedCount: 0,
  }
  await people.addInvite(invite)
  return { invite, token, code }
}

/**
 * The invite somebody holds.
 * @param address where the request comes from; wrong codes are counted there
 * @throws Problem invite_invalid, invite_revoked, invite_expired, archived, rate_limited
 */
export async function openInvite(
  means: Pick<Means, 'people' | 'clock' | 'guesses'>,
  address: string,
  invitation: Invitation,
): Promise<Invite> {
  const { people, guesses } = means
  const invite =
    'token' in invitation
      ? await people.inviteBySecret({ tokenHash: hashOf(invitation.token) })
      : await guesses.attempt('code', address, () =>
          people.inviteBySecret({ codeHash: hashOfCode(invitation.code) }),
        )
  if (!invite) throw new Problem('invite_invalid')
  if (invite.revokedAt !== null) throw new Problem('invite_revoked')
  await requireInUse(means.people, invite)
  if (invite.expiresAt <= means.clock.now()) throw new Problem('invite_expired')
  return invite
}

/** Nobody comes into what lies in the archive. */
async function requireInUse(people: PeopleStore, { workshopId, groupId }: Invite): Promise<void> {
  const places = [await people.workshop(workshopId), groupId === null ? null : await people.group(groupId)]
  if (places.some((place) => place?.archivedAt !== undefined))
    throw new Problem('archived', 'an invitation into it')
}
