import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { SeenChange, SeenState } from '#shared/facilitation/view.ts'
import type { DownMessage, Person } from '#shared/protocol/facilitation-messages.ts'
import { may, type RoomAction } from '#shared/workshop/permissions.ts'
import type { FacilitationView } from './room-session.ts'

/**
 * This person's view of what was decided for the room, as the server sends it.
 *
 * 1. Each topic that is sent takes the place of the one before; the others stay the very same objects.
 * 2. A topic that only a newer server knows is kept and disturbs nobody.
 */
export class FacilitationFollower {
  readonly view: StoreApi<FacilitationView>
  private readonly workshopId: WorkshopId
  private readonly groupId: GroupId

  constructor(workshopId: WorkshopId, groupId: GroupId) {
    this.workshopId = workshopId
    this.groupId = groupId
    this.view = createStore<FacilitationView>(() => ({
      state: null,
      me: null,
      mayWrite: false,
      mayFacilitate: false,
    }))
  }

  welcome({ state, me }: Extract<DownMessage, { type: 'welcome' }>): void {
    this.update(state, me)
  }

  changed(change: SeenChange): void {
    const { state, me } = this.view.getState()
    if (state) this.update({ ...state, ...change }, me)
  }

  /** Role, name or organisation of this person changed while connected. */
  becomes(me: Person): void {
    this.update(this.view.getState().state, me)
  }

  private update(state: SeenState | null, me: Person | null): void {
    const locked = state?.lock.status === 'locked'
    this.view.setState({
      state,
      me,
      mayWrite: this.allows(me, 'room.write', locked),
      mayFacilitate: this.allows(me, 'room.facilitate', locked),
    })
  }

  private allows(me: Person | null, action: RoomAction, locked: boolean): boolean {
    if (!me) return false
    const { workshopId, groupId } = this
    const member = { memberId: me.memberId, workshopId, role: me.role, groupIds: [groupId] }
    return may({ account: null, member }, action, { type: 'room', workshopId, groupId, locked })
  }
}
