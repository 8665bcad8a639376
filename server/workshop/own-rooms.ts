import type { GroupId } from '#shared/base/ids.ts'
import { may, mayEnter } from '#shared/workshop/permissions.ts'
import type { ModeType, PageAction } from '#shared/workshop/mode-rights.ts'
import { actorOf } from '#server/auth/access.ts'
import type { Member, PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import type { SeenRoom } from './own-matters.ts'

export interface OwnRoomsMeans {
  people: Pick<PeopleStore, 'groups' | 'member'>
  rooms: Pick<RoomService, 'inTurn' | 'look' | 'isOutside'>
}

type Look = <Value>(read: (room: SeenRoom) => Value) => Promise<Value>

/** Somebody whose rooms are gone through; since when their login has shown who they are. */
interface Owner {
  member: Member
  since: number
}

/**
 * Goes through a member's rooms, one after the other, in turn with what others want of the thread; past those at whose
 * door they wait.
 */
export async function inOwnRooms(
  { people, rooms }: OwnRoomsMeans,
  { member, since }: Owner,
  act: (groupId: GroupId, look: Look) => Promise<void>,
): Promise<void> {
  const { workshopId } = member
  const actor = actorOf(member.accountId, member)
  const insteadOf = await absentFor(people, member)
  const groups = (await people.groups(workshopId)).filter(({ id }) => mayEnter(member, id))
  for (const group of groups) {
    if (await rooms.isOutside({ actor, member, group, since })) continue
    const { id: groupId } = group
    const mayOnPage = (action: PageAction, mode: ModeType) =>
      may(actor, action, { type: 'page', workshopId, groupId, mode })
    const look: Look = (read) =>
      rooms.look(groupId, member.id, (seen) => read({ groupId, ...seen, mayOnPage, insteadOf }))
    await rooms.inTurn(member.id, () => act(groupId, look))
  }
}

/** In whose place somebody is, until that person is back. */
async function absentFor(people: OwnRoomsMeans['people'], { standsInFor }: Member): Promise<Member | null> {
  const absent = standsInFor === null ? null : await people.member(standsInFor)
  return absent?.standing === 'paused' ? absent : null
}
