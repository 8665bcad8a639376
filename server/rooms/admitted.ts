import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import type { Author } from './author.ts'
import type { ModeType, PageAction } from '#shared/workshop/mode-rights.ts'
import { may, type Actor, type RoomAction } from '#shared/workshop/permissions.ts'

/** Somebody who may be in a room, as login and workshop data say at this moment. */
export interface Admitted {
  actor: Actor
  member: Member
  group: Group
  /** When the login it came by last showed who it is, in ms; what its member became later does not count for it. */
  since: number
}

/** What somebody with a login that old may be in a room now; null where they may not be there at all. */
export type Membership = (memberId: MemberId, groupId: GroupId, since: number) => Promise<Admitted | null>

/** Whether somebody who was admitted may do something in that room now. */
export function mayInRoom({ actor, group }: Admitted, action: RoomAction, locked: boolean): boolean {
  return may(actor, action, { type: 'room', workshopId: group.workshopId, groupId: group.id, locked })
}

/** Whether somebody who was admitted may do something on a page in the mode of the step that runs there. */
export function mayOnPage({ actor, group }: Admitted, action: PageAction, mode: ModeType): boolean {
  return may(actor, action, { type: 'page', workshopId: group.workshopId, groupId: group.id, mode })
}

/** Whose name and rights a change of the document carries. */
export function authorOf(admitted: Admitted): Author {
  const { id, name, organisation } = admitted.member
  const arrangePages = mayInRoom(admitted, 'room.arrange', false)
  const writeForOthers = mayInRoom(admitted, 'room.writeForOthers', false)
  const removeComments = mayInRoom(admitted, 'room.removeComments', false)
  const release = mayInRoom(admitted, 'room.release', false)
  const rights = { arrangePages, writeForOthers, removeComments, release }
  return { id, name, organisation, rights }
}
