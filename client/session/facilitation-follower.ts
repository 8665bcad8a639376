import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { DownMessage, Person } from '#shared/protocol/facilitation-messages.ts'
import { may, type RoomAction } from '#shared/workshop/permissions.ts'
import type { FacilitationView } from './room-session.ts'

/**
 * A copy of the room's facilitation state that follows the server's events.
 *
 * 1. An event is applied only when its number is the next one; older ones are known already.
 * 2. A gap means that something was missed: the caller connects anew and starts from a fresh welcome.
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

  /** False when an event before this one is missing. */
  happened(envelope: EventEnvelope): boolean {
    const { state, me } = this.view.getState()
    if (!state || envelope.seq > state.seq + 1) return false
    if (envelope.seq === state.seq + 1) this.update(evolve(state, envelope), me)
    return true
  }

  /** Role, name or organisation of this person changed while connected. */
  becomes(me: Person): void {
    this.update(this.view.getState().state, me)
  }

  private update(state: FacilitationState | null, me: Person | null): void {
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
