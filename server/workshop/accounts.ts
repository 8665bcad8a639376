import type { z } from 'zod'
import { newId, type AccountId, type MemberId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { addAccountRequest } from '#shared/protocol/api.ts'
import { may } from '#shared/workshop/permissions.ts'
import { actorOf, type Access } from '#server/auth/access.ts'
import type { Passwords } from '#server/auth/passwords.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Account, PeopleStore, Session } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { keepOneModerator } from './team.ts'

interface Means {
  people: PeopleStore
  passwords: Passwords
  clock: Clock
}

/**
 * The memberships of this browser that an account of its own would take over: those in which the person leads or
 * manages. Others stay with the browser, because one that stands in a meeting room may hold somebody else's.
 */
export async function membersToOwn(
  { people, access }: Pick<Means, 'people'> & { access: Access },
  session: Session,
): Promise<MemberId[]> {
  if (session.accountId !== null) return []
  const members = await Promise.all(session.members.map(({ id }) => people.member(id)))
  // Who was raised since shows first who they are: the account would carry what this login has not
  const shown = await Promise.all(
    members.map(async (one) => (one && (await access.asShown(session, one)) === one ? one : null)),
  )
  return shown.flatMap((member) => {
    if (!member || member.accountId !== null || member.removedAt !== null) return []
    const resource = { type: 'workshop', workshopId: member.workshopId } as const
    return may(actorOf(null, member), 'membership.own', resource) ? member.id : []
  })
}

/**
 * Ends an account: no login, no return link, and no place in any workshop any more. Cards keep the name, as of everybody
 * who was removed. Live connections end.
 * @throws Problem last_moderator (of a workshop), last_account
 */
export async function endAccount(
  { people, rooms, clock }: Pick<Means, 'people' | 'clock'> & { rooms: Pick<RoomService, 'memberChanged'> },
  accountId: AccountId,
): Promise<void> {
  const left = await people.unitOfWork(async (stored) => {
    if (!(await stored.hasOtherAccounts(accountId))) throw new Problem('last_account')
    const memberships = await stored.membershipsOf(accountId, [])
    for (const { member } of memberships) await keepOneModerator(stored, member)
    const change = { type: 'removeAccount', accountId, at: clock.now() } as const
    return { changes: [change], value: memberships.map(({ member }) => member.id) }
  })
  for (const memberId of left) await rooms.memberChanged(memberId)
}

/** Makes an account to which these memberships belong; null where the e-mail address is taken. */
export async function makeAccount(
  { people, passwords, clock }: Means,
  { name, email, password }: z.output<typeof addAccountRequest>,
  members: readonly MemberId[] = [],
): Promise<Account | null> {
  const account: Account = {
    id: newId(clock.now()),
    name,
    email: email.toLowerCase(),
    passwordHash: await passwords.hash(password),
    createdAt: clock.now(),
  }
  return (await people.addAccount(account, members)) ? account : null
}
