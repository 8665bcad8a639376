import type { GroupId, WorkshopId } from '../base/ids.ts'

/** POST /workshops/:workshopId/groups/:groupId/rehearsal: the room in which it happens. */
export interface StartedRehearsal {
  workshopId: WorkshopId
  groupId: GroupId
}
