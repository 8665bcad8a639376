import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import { may } from '#shared/workshop/permissions.ts'

/** Whether somebody in a room takes files of it home. */
export function mayExport(workshopId: WorkshopId, groupId: GroupId, { memberId, role }: Person): boolean {
  const member = { memberId, workshopId, role, groupIds: [groupId] }
  return may({ account: null, member }, 'room.export', { type: 'room', workshopId, groupId, locked: false })
}
