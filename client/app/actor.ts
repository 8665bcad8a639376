import type { GroupId } from '#shared/base/ids.ts'
import type { SessionView, WorkshopView } from '#shared/protocol/api.ts'
import { may, type Actor, type RoomAction, type WorkshopAction } from '#shared/workshop/permissions.ts'

/** The same question the server asks, so that nobody is shown a button that would be refused. */
export function actorOf(session: SessionView | undefined, workshop?: WorkshopView): Actor {
  return {
    account: session?.account?.id ?? null,
    member: workshop
      ? {
          memberId: workshop.me.id,
          workshopId: workshop.id,
          role: workshop.me.role,
          groupIds: workshop.me.groupIds,
          archived: workshop.archivedAt === null ? archivedGroups(workshop) : 'all',
        }
      : null,
  }
}

const archivedGroups = ({ groups }: WorkshopView) =>
  groups.flatMap(({ id, archivedAt }) => (archivedAt === null ? [] : id))

export function mayInWorkshop(workshop: WorkshopView, action: WorkshopAction): boolean {
  return may(actorOf(undefined, workshop), action, { type: 'workshop', workshopId: workshop.id })
}

export function mayInRoom(workshop: WorkshopView, action: RoomAction, groupId: GroupId): boolean {
  const room = { type: 'room', workshopId: workshop.id, groupId, locked: false } as const
  return may(actorOf(undefined, workshop), action, room)
}
