import type { z } from 'zod'
import { newId, type MemberId } from '#shared/base/ids.ts'
import type { addAccountRequest } from '#shared/protocol/api.ts'
import { may } from '#shared/workshop/permissions.ts'
import { actorOf, type Access } from '#server/auth/access.ts'
import type { Passwords } from '#server/auth/passwords.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Account, PeopleStore, Session } from '#server/ports/people-store.ts'

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
