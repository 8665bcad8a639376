import type { FastifyRequest } from 'fastify'
import type { AccountId, GroupId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import {
  may,
  type Actor,
  type InstallationAction,
  type Resource,
  type RoomAction,
  type WorkshopAction,
} from '#shared/workshop/permissions.ts'
import type { Account, Group, Member, PeopleStore, Session, Workshop } from '#server/ports/people-store.ts'
import { asBefore } from './former-rights.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import type { Doorstep } from './doorstep.ts'
import type { Logins } from './logins.ts'

/** Somebody who was let into a workshop, with what they are there. */
export interface Entry {
  actor: Actor
  member: Member
  workshop: Workshop
  /** When this browser last showed that it is this member. */
  since: number
  /** What they became after that, and are here once they show it again; null: nothing more. */
  raised: Member | null
}

interface RoomEntry extends Entry {
  group: Group
}

type RoomQuestions = Pick<RoomService, 'isLocked' | 'isOutside' | 'letIn' | 'presenter'>

/**
 * Turns a request into somebody who may do what is asked; every handler comes through here.
 * Invariants (cited by the tests):
 * 1. A stranger gets `login_required`, whatever is asked for; and later than that, where one address asks without end.
 * 2. A workshop that does not exist and one of other people answer alike: `not_found`.
 * 3. Whoever belongs to a workshop and may not do this gets `forbidden`, or `membership_ended` after removal.
 * 4. Members and accounts have a share of the thread, requests included: without time left they wait, or get
 *    `rate_limited`.
 * 5. The yes comes from `may()` and nowhere else.
 * 6. Whoever waits before the door of a room gets nothing of it: `lobby_waiting`. Its socket alone may be asked, which
 *    is where people knock.
 */
export class Access {
  readonly #people: PeopleStore
  readonly #logins: Logins
  readonly #rooms: RoomQuestions
  readonly #doorstep: Pick<Doorstep, 'enter'>

  constructor(people: PeopleStore, logins: Logins, rooms: RoomQuestions, doorstep: Pick<Doorstep, 'enter'>) {
    this.#people = people
    this.#logins = logins
    this.#rooms = rooms
    this.#doorstep = doorstep
  }

  /** @throws Problem login_required, rate_limited, forbidden */
  async toInstallation(request: FastifyRequest, action: InstallationAction): Promise<Account> {
    const session = await this.session(request)
    const account = session.accountId && (await this.#people.account(session.accountId))
    if (account) await this.#rooms.letIn(account.id)
    const actor: Actor = { account: account ? account.id : null, member: null }
    if (!account || !may(actor, action, { type: 'installation' })) throw new Problem('forbidden', action)
    return account
  }

  /** @throws Problem login_required, not_found, membership_ended, forbidden, archived */
  async toWorkshop(request: FastifyRequest, workshopId: WorkshopId, action: WorkshopAction): Promise<Entry> {
    const entry = await this.#enter(request, workshopId)
    const resource = { type: 'workshop', workshopId } as const
    if (!may(entry.actor, action, resource)) throw refusalOf(entry.actor, action, resource)
    return entry
  }

  /**
   * @throws Problem login_required, not_found, membership_ended, rate_limited, forbidden, archived, room_locked,
   * lobby_waiting
   */
  async toRoom(
    request: FastifyRequest,
    workshopId: WorkshopId,
    groupId: GroupId,
    action: RoomAction,
  ): Promise<RoomEntry> {
    const entry = await this.toDoor(request, workshopId, groupId, action)
    if (await this.#rooms.isOutside(entry)) throw new Problem('lobby_waiting')
    const whileLocked = { type: 'room', workshopId, groupId, locked: true } as const
    if (!may(entry.actor, action, whileLocked) && (await this.#rooms.isLocked(groupId)))
      throw new Problem('room_locked', action)
    return entry
  }

  /**
   * As far as the door of a room, whether it is closed or not.
   * @throws Problem login_required, not_found, membership_ended, rate_limited, forbidden, archived
   */
  async toDoor(
    request: FastifyRequest,
    workshopId: WorkshopId,
    groupId: GroupId,
    action: RoomAction,
  ): Promise<RoomEntry> {
    const entry = await this.#enter(request, workshopId)
    const group = await this.#people.group(groupId)
    if (group?.workshopId !== workshopId) throw new Problem('not_found', 'no such group in this workshop')
    const room = { type: 'room', workshopId, groupId, locked: false } as const
    if (!may(entry.actor, action, room)) throw refusalOf(entry.actor, action, room)
    return { ...entry, group }
  }

  /**
   * To the speaker notes of a room.
   * @throws Problem login_required, not_found, membership_ended, rate_limited, forbidden
   */
  async toTalk(request: FastifyRequest, workshopId: WorkshopId, groupId: GroupId): Promise<RoomEntry> {
    const entry = await this.toRoom(request, workshopId, groupId, 'room.read')
    const presenter = await this.#rooms.presenter(groupId)
    const talk = { type: 'talk', workshopId, groupId, presenter } as const
    if (!may(entry.actor, 'talk.notes', talk)) throw new Problem('forbidden', 'talk.notes')
    return entry
  }

  /**
   * Who this browser is in a workshop: by account first, else by the membership it joined with. A member who was raised
   * since the browser showed who it is stays there what they were (invariant 2 of `Logins`).
   */
  async membership(session: Session, workshopId: WorkshopId): Promise<Member | null> {
    const member = await this.#memberOf(session, workshopId)
    return member && this.asShown(session, member)
  }

  async #memberOf({ accountId, members }: Session, workshopId: WorkshopId): Promise<Member | null> {
    const ofAccount = accountId && (await this.#people.memberOfAccount(workshopId, accountId))
    if (ofAccount) return ofAccount
    const joined = await Promise.all(members.map(({ id }) => this.#people.member(id)))
    return joined.find((member) => member?.workshopId === workshopId) ?? null
  }

  /** What a member of this session is here, as far as the browser has shown it since; the same one where that is all. */
  async asShown(session: Session, member: Member): Promise<Member> {
    return asBefore(member, await this.#people.formerRights(member.id, shownSince(session, member)))
  }

  async #enter(request: FastifyRequest, workshopId: WorkshopId): Promise<Entry> {
    const session = await this.session(request)
    const workshop = await this.#people.workshop(workshopId)
    const present = workshop && (await this.#memberOf(session, workshopId))
    if (!present) throw new Problem('not_found', 'no such workshop, or not a member')
    if (present.removedAt !== null) throw new Problem('membership_ended')
    await this.#rooms.letIn(present.id)
    const member = await this.asShown(session, present)
    return {
      actor: actorOf(session.accountId, member),
      member,
      workshop,
      since: shownSince(session, present),
      raised: member === present ? null : present,
    }
  }

  /** For what is about no workshop: at the expense of the account, or of whom this browser is somewhere. */
  async letIn({ accountId, members }: Session): Promise<void> {
    const person = accountId ?? members[0]?.id
    if (person) await this.#rooms.letIn(person)
  }

  /** Somebody's, whoever it is. @throws Problem login_required, rate_limited */
  async session(request: FastifyRequest): Promise<Session> {
    const session = await this.#logins.of(request)
    if (session) return session
    await this.#doorstep.enter(request.ip)
    throw new Problem('login_required')
  }
}

/** When a browser last showed that it is this member: by password, invitation or return link. */
export function shownSince({ accountId, accountSince, members }: Session, member: Member): number {
  const byLink = members.find(({ id }) => id === member.id)?.since ?? 0
  return member.accountId !== null && member.accountId === accountId ? Math.max(accountSince, byLink) : byLink
}

/** What `may()` decides about. */
export function actorOf(account: AccountId | null, member: Member): Actor {
  const { id: memberId, workshopId, role, groupIds, archived } = member
  return { account, member: { memberId, workshopId, role, groupIds, archived } }
}

/** Why somebody may not: because of what they are, or because nobody may while it lies in the archive. */
function refusalOf(actor: Actor, action: WorkshopAction | RoomAction, resource: Resource): Problem {
  const outside = { ...actor, member: actor.member && { ...actor.member, archived: undefined } }
  return new Problem(may(outside, action, resource) ? 'archived' : 'forbidden', action)
}
