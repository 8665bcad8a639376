import type { FastifyRequest } from 'fastify'
import type { AccountId, GroupId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import {
  may,
  type Actor,
  type InstallationAction,
  type RoomAction,
  type WorkshopAction,
} from '#shared/workshop/permissions.ts'
import type { Account, Group, Member, PeopleStore, Session, Workshop } from '#server/ports/people-store.ts'
import type { Logins } from './logins.ts'

/** Somebody who was let into a workshop, with what they are there. */
export interface Entry {
  actor: Actor
  member: Member
  workshop: Workshop
}

interface RoomEntry extends Entry {
  group: Group
}

/**
 * Turns a request into somebody who may do what is asked; every handler comes through here.
 * Invariants (cited by the tests):
 * 1. A stranger gets `login_required`, whatever is asked for.
 * 2. A workshop that does not exist and one of other people answer alike: `not_found`.
 * 3. Whoever belongs to a workshop and may not do this gets `forbidden`, or `membership_ended` after removal.
 * 4. The yes comes from `may()` and nowhere else.
 */
export class Access {
  readonly #people: PeopleStore
  readonly #logins: Logins
  readonly #isLocked: (groupId: GroupId) => Promise<boolean>

  /** @param isLocked whether a room's lock stops changes now */
  constructor(people: PeopleStore, logins: Logins, isLocked: (groupId: GroupId) => Promise<boolean>) {
    this.#people = people
    this.#logins = logins
    this.#isLocked = isLocked
  }

  /** @throws Problem login_required, forbidden */
  async toInstallation(request: FastifyRequest, action: InstallationAction): Promise<Account> {
    const session = await this.#session(request)
    const account = session.accountId && (await this.#people.account(session.accountId))
    const actor: Actor = { account: account ? account.id : null, member: null }
    if (!account || !may(actor, action, { type: 'installation' })) throw new Problem('forbidden', action)
    return account
  }

  /** @throws Problem login_required, not_found, membership_ended, forbidden */
  async toWorkshop(request: FastifyRequest, workshopId: WorkshopId, action: WorkshopAction): Promise<Entry> {
    const entry = await this.#enter(request, workshopId)
    if (!may(entry.actor, action, { type: 'workshop', workshopId })) throw new Problem('forbidden', action)
    return entry
  }

  /**
   * @throws Problem login_required, not_found, membership_ended, forbidden, room_locked
   */
  async toRoom(
    request: FastifyRequest,
    workshopId: WorkshopId,
    groupId: GroupId,
    action: RoomAction,
  ): Promise<RoomEntry> {
    const entry = await this.#enter(request, workshopId)
    const group = await this.#people.group(groupId)
    if (group?.workshopId !== workshopId) throw new Problem('not_found', 'no such group in this workshop')
    const mayWhile = (locked: boolean) =>
      may(entry.actor, action, { type: 'room', workshopId, groupId, locked })
    if (!mayWhile(false)) throw new Problem('forbidden', action)
    if (!mayWhile(true) && (await this.#isLocked(groupId))) throw new Problem('room_locked', action)
    return { ...entry, group }
  }

  /** Who this browser is in a workshop: by account first, else by the membership it joined with. */
  async membership(session: Session, workshopId: WorkshopId): Promise<Member | null> {
    const { accountId } = session
    const ofAccount = accountId && (await this.#people.memberOfAccount(workshopId, accountId))
    if (ofAccount) return ofAccount
    const joined = await Promise.all(session.memberIds.map((id) => this.#people.member(id)))
    return joined.find((member) => member?.workshopId === workshopId) ?? null
  }

  async #enter(request: FastifyRequest, workshopId: WorkshopId): Promise<Entry> {
    const session = await this.#session(request)
    const workshop = await this.#people.workshop(workshopId)
    const member = workshop && (await this.membership(session, workshopId))
    if (!member) throw new Problem('not_found', 'no such workshop, or not a member')
    if (member.removedAt !== null) throw new Problem('membership_ended')
    return { actor: actorOf(session.accountId, member), member, workshop }
  }

  async #session(request: FastifyRequest): Promise<Session> {
    const session = await this.#logins.of(request)
    if (!session) throw new Problem('login_required')
    return session
  }
}

/** What `may()` decides about. */
export function actorOf(account: AccountId | null, member: Member): Actor {
  const { id: memberId, workshopId, role, groupIds } = member
  return { account, member: { memberId, workshopId, role, groupIds } }
}
