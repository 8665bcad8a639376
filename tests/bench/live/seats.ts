import {
  newId,
  type AccountId,
  type GroupId,
  type InviteId,
  type MemberId,
  type WorkshopId,
} from '#shared/base/ids.ts'
import { sessionCookie } from '#server/auth/logins.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { Platform } from '#server/http/platform.ts'
import type { Invite } from '#server/ports/people-store.ts'
import { foundWorkshop } from '#server/workshop/founding.ts'

/** People are put into the store directly, because nobody joins a thousand times through a form. */
const DAY_MS = 86_400_000

/** Logins of people in one room. */
export interface Seats {
  room: GroupId
  tokens: string[]
}

/** What they send along to a server at this address. */
export const headersAt = (url: string, { room, tokens }: Seats) => ({
  room,
  headers: tokens.map((token) => ({
    Cookie: `${sessionCookie}=${token}`,
    Origin: url.replace('localhost', '127.0.0.1'),
  })),
})

/** A workshop with project groups, and an invitation for everybody. */
export async function found(platform: Platform, groupNames: string[]) {
  const accountId = newId<AccountId>()
  const email = `${accountId}@example.org`
  await platform.people.addAccount({ id: accountId, name: 'Bench', email, passwordHash: '-', createdAt: 0 })
  const founder = { accountId, name: 'Bench' }
  const wanted = { title: 'Bench', language: 'de' as const, isSample: false, groupNames, founder }
  const workshopId = await foundWorkshop(platform, wanted)
  const invite = inviteTo(workshopId)
  await platform.people.addInvite(invite)
  const groups = (await platform.people.groups(workshopId)).filter(({ kind }) => kind === 'project')
  return { workshopId, invite, groups }
}

function inviteTo(workshopId: WorkshopId): Invite {
  return {
    id: newId<InviteId>(),
    workshopId,
    label: '',
    role: 'participant',
    groupId: null,
    tokenHash: hashOf(newToken()),
    codeHash: hashOf(newToken()),
    createdAt: 0,
    expiresAt: Date.now() + DAY_MS,
    revokedAt: null,
    acceptedCount: 0,
  }
}

/** People who have joined and are logged in. */
export async function seat(
  { people }: Platform,
  { id: inviteId, workshopId, role }: Invite,
  room: GroupId,
  count: number,
): Promise<Seats> {
  const tokens: string[] = []
  for (let n = 0; n < count; n++) {
    const token = newToken()
    const member = {
      id: newId<MemberId>(),
      workshopId,
      accountId: null,
      name: `Person ${n}`,
      organisationId: null,
      organisation: 'Landkreis',
      organisationKind: 'county' as const,
      role,
      groupIds: [room],
      mayChooseGroup: false,
      joinedAt: 0,
      removedAt: null,
      standing: 'present' as const,
      standsInFor: null,
    }
    await people.addMember(member, {
      returnTokenHash: hashOf(newToken()),
      inviteId,
      maxPlaces: Number.MAX_SAFE_INTEGER,
      maxMembers: Number.MAX_SAFE_INTEGER,
    })
    const expiresAt = Date.now() + DAY_MS
    await people.addSession({
      tokenHash: hashOf(token),
      accountId: null,
      accountSince: 0,
      members: [{ id: member.id, since: 0 }],
      createdAt: 0,
      expiresAt,
    })
    tokens.push(token)
  }
  return { room, tokens }
}
