import type { AccountId, GroupId, MemberId, WorkshopId } from '../base/ids.ts'
import { unreachable } from '../base/result.ts'
import { commandAction, commandNames, commandsOf } from './command-rights.ts'
import { modeRights, pageActions, type ModeType, type PageAction } from './mode-rights.ts'
import type { Role } from './roles.ts'

/**
 * Who acts. `account` is a person who logged in with a password; `member` is what the same person (or somebody
 * without an account) is in the one workshop that the request is about.
 */
export interface Actor {
  account: AccountId | null
  member: Membership | null
}

interface Membership {
  memberId: MemberId
  workshopId: WorkshopId
  role: Role
  /** Rooms this member may enter. Moderators and managers enter every room of their workshop. */
  groupIds: readonly GroupId[] | 'all'
  /** Rooms that lie in the archive; 'all': the workshop does. */
  archived?: readonly GroupId[] | 'all' | undefined
}

/** What is acted upon. */
export type Resource =
  | { type: 'installation' }
  | { type: 'workshop'; workshopId: WorkshopId }
  | { type: 'room'; workshopId: WorkshopId; groupId: GroupId; locked: boolean }
  /** One page of a room, in the mode of the step that runs on it. */
  | { type: 'page'; workshopId: WorkshopId; groupId: GroupId; mode: ModeType }
  /** What somebody says to the slides of a room; `presenter`: who presents there now, if anybody does. */
  | { type: 'talk'; workshopId: WorkshopId; groupId: GroupId; presenter: MemberId | null }

export const installationActions = ['workshop.create', 'workshop.import', 'operation.observe'] as const
export const workshopActions = [
  'workshop.read',
  'workshop.edit',
  /** Remove it with everything in it. */
  'workshop.delete',
  /** Put it or one of its groups into the archive, and take it out again. */
  'workshop.archive',
  'workshop.export',
  /** Take along what is not released, too: the complete backup (docs/decisions/0015). */
  'workshop.exportWithheld',
  /** Let profiles of the workshop be published; and end that, which takes all of them back. */
  'gallery.open',
  'gallery.close',
  /** See what is withheld from files, before they leave. */
  'workshop.checkRelease',
  /** Let the membership belong to an account that is made in this browser. */
  'membership.own',
  'member.list',
  'member.manage',
  /** Rename organisations, say what they are, make two into one. */
  'organisation.manage',
  'invite.manage',
  /** Meetings, agendas and the moderation's notes. */
  'plan.read',
  'plan.edit',
  /** Let everybody concerned read the minutes of a meeting. */
  'minutes.release',
] as const
/** In a room, beside its commands. */
const ownRoomActions = [
  /** Receive the document, presence and facilitation state. */
  'room.read',
  /** Change artefacts and board. */
  'room.write',
  /** Comment on cards, as far as the mode of a card's page allows it. */
  'room.comment',
  /** Add, rename, order and remove board pages. */
  'room.arrange',
  /** Write down a card under somebody else's name. */
  'room.writeForOthers',
  /** Take a comment away, whoever wrote it; one's own anybody may. */
  'room.removeComments',
  /** Let quotes out of the group, and keep them in again. */
  'room.release',
  /** Keep in what was let out; also where nothing else changes any more. */
  'room.withdraw',
  /** Erase an image or the text of an interview for good, in all versions. */
  'room.erase',
  /** Upload an image. */
  'room.upload',
  /** Show cursor and selection to others. */
  'room.appear',
  /** Lead: see what is the moderation's, and the controls. What may be commanded is a right of its own per command. */
  'room.facilitate',
  'room.export',
  'room.exportWithheld',
  'version.read',
  'version.create',
  'version.restore',
] as const
export const roomActions = [...ownRoomActions, ...commandNames.map(commandAction)] as const

/** Read and write the speaker notes of a room. */
const talkAction = 'talk.notes'

export type InstallationAction = (typeof installationActions)[number]
export type WorkshopAction = (typeof workshopActions)[number]
export type RoomAction = (typeof roomActions)[number]
export type Action = InstallationAction | WorkshopAction | RoomAction | PageAction | typeof talkAction

const rights: Record<Role, ReadonlySet<Action>> = {
  moderator: new Set<Action>([...workshopActions, ...ownRoomActions, ...commandsOf('moderator')]),
  manager: new Set<Action>([
    'workshop.read',
    'workshop.export',
    'workshop.checkRelease',
    'membership.own',
    'member.list',
    'plan.read',
    'plan.edit',
    'room.read',
    'room.write',
    'room.comment',
    'room.upload',
    'room.appear',
    'room.export',
    'version.read',
    ...commandsOf('manager'),
  ]),
  participant: new Set<Action>([
    'workshop.read',
    'room.read',
    'room.write',
    'room.comment',
    'room.upload',
    'room.appear',
    ...commandsOf('participant'),
  ]),
  observer: new Set<Action>([
    'workshop.read',
    'room.read',
    'room.comment',
    'room.appear',
    ...commandsOf('observer'),
  ]),
}

/** Refused to everybody but moderators while the room is locked. */
const stoppedByLock: ReadonlySet<Action> = new Set<Action>([
  'room.write',
  'room.comment',
  'room.arrange',
  'room.writeForOthers',
  'room.release',
  'room.upload',
])

/** What the archive leaves: reading, taking along, what ends it, and what people may ask for at any time. */
const keptInArchive: ReadonlySet<Action> = new Set<Action>([
  'workshop.read',
  'workshop.archive',
  'workshop.delete',
  'workshop.export',
  'workshop.exportWithheld',
  'workshop.checkRelease',
  'gallery.close',
  'membership.own',
  'member.list',
  'plan.read',
  'room.read',
  'room.appear',
  'room.export',
  'room.exportWithheld',
  'room.withdraw',
  'room.erase',
  'version.read',
])

/**
 * The only place that decides whether somebody may do something; HTTP routes, sockets and the client ask here.
 * Invariants (cited by the table test):
 * 1. Without an account nobody touches the installation; with one, everybody may.
 * 2. Nobody touches a workshop they are no member of.
 * 3. Nobody enters a room that is not theirs.
 * 4. While a room is locked only moderators change it.
 * 5. What a page's mode does not grant to a role (`mode-rights.ts`) is refused there.
 * 6. Speaker notes are for who presents, while they do, and for the moderation that prepares it.
 * 7. An action asked of the wrong kind of resource is refused.
 * 8. What lies in the archive is read and taken along, by those who may, and changed by nobody; consent is withdrawn and
 *    what was given is erased there, too.
 */
export function may(actor: Actor, action: Action, resource: Resource): boolean {
  switch (resource.type) {
    case 'installation':
      return actor.account !== null && includes(installationActions, action)
    case 'workshop':
      return (
        includes(workshopActions, action) &&
        memberMay(actor, action, resource.workshopId) &&
        (actor.member!.archived !== 'all' || keptInArchive.has(action))
      )
    case 'room':
      return (
        includes(roomActions, action) &&
        memberMay(actor, action, resource.workshopId) &&
        mayEnter(actor.member!, resource.groupId) &&
        (!isArchived(actor.member!, resource.groupId) || keptInArchive.has(action)) &&
        !(resource.locked && stoppedByLock.has(action) && actor.member!.role !== 'moderator')
      )
    case 'page':
      return (
        isPageAction(action) &&
        memberMay(actor, 'room.read', resource.workshopId) &&
        mayEnter(actor.member!, resource.groupId) &&
        !isArchived(actor.member!, resource.groupId) &&
        modeRights[resource.mode][action].includes(actor.member!.role)
      )
    case 'talk':
      return (
        action === talkAction &&
        memberMay(actor, 'room.read', resource.workshopId) &&
        mayEnter(actor.member!, resource.groupId) &&
        !isArchived(actor.member!, resource.groupId) &&
        (rights[actor.member!.role].has('room.facilitate') || actor.member!.memberId === resource.presenter)
      )
    default:
      return unreachable(resource)
  }
}

/** Whether members of this role enter every room of their workshop, so that a choice of group is not theirs. */
export function entersEveryRoom(role: Role): boolean {
  return role === 'moderator' || role === 'manager'
}

/** Whether members of this role can let others in and give them roles. A workshop never loses the last of them. */
export function keepsWorkshop(role: Role): boolean {
  return rights[role].has('member.manage')
}

/** Whether somebody belongs to a group's work: not whoever may enter every room, or only reads along. */
export const takesPartIn = (
  { role, groupIds }: Pick<Membership, 'role' | 'groupIds'>,
  groupId: GroupId,
): boolean => role !== 'observer' && groupIds !== 'all' && groupIds.includes(groupId)

/** Whether members of this role can let out what their groups withhold. */
export function mayReleaseAnywhere(role: Role): boolean {
  return rights[role].has('room.release')
}

function memberMay(actor: Actor, action: Action, workshopId: WorkshopId): boolean {
  return actor.member?.workshopId === workshopId && rights[actor.member.role].has(action)
}

export function mayEnter(member: Pick<Membership, 'role' | 'groupIds'>, groupId: GroupId): boolean {
  return member.groupIds === 'all' || member.groupIds.includes(groupId)
}

export function isArchived({ archived }: Pick<Membership, 'archived'>, groupId: GroupId): boolean {
  return archived === 'all' || archived?.includes(groupId) === true
}

function includes(actions: readonly Action[], action: Action): boolean {
  return actions.includes(action)
}

const isPageAction = (action: Action): action is PageAction => includes(pageActions, action)
