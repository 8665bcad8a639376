import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { isPageLocked } from '#shared/facilitation/page-locks/locked.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import type { SeenChange, SeenState } from '#shared/facilitation/view.ts'
import type { DownMessage, Person } from '#shared/protocol/facilitation-messages.ts'
import { may, type Actor, type RoomAction } from '#shared/workshop/permissions.ts'
import type { FacilitationView, RoomSession } from './room-session.ts'

type FollowedRoom = Pick<RoomSession, 'workshopId' | 'groupId' | 'archived'>

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
  private readonly archived: 'all' | undefined
  private pageId: string | null = null

  constructor({ workshopId, groupId, archived }: FollowedRoom) {
    this.workshopId = workshopId
    this.groupId = groupId
    this.archived = archived ? 'all' : undefined
    this.view = createStore<FacilitationView>(() => ({
      state: null,
      me: null,
      mayWrite: false,
      mayComment: false,
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

  /** Another page is in front of this person. */
  looksAt(pageId: string | null): void {
    if (pageId === this.pageId) return
    this.pageId = pageId
    const { state, me, mayWrite, mayComment } = this.view.getState()
    const isSame =
      this.mayHere('write', state, me) === mayWrite && this.mayHere('comment', state, me) === mayComment
    if (!isSame) this.update(state, me)
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
      mayWrite: this.mayHere('write', state, me),
      mayComment: this.mayHere('comment', state, me),
      mayFacilitate: this.allows(me, 'room.facilitate', locked),
    })
  }

  private mayHere(what: 'write' | 'comment', state: SeenState | null, me: Person | null): boolean {
    if (!state || !this.allows(me, `room.${what}`, state.muted.mine || state.lock.status === 'locked'))
      return false
    const locked = this.pageId !== null && isPageLocked(state.pageLocks, this.pageId)
    const mode = locked ? 'locked' : this.pageId === null ? 'open' : modeOf(state.step, this.pageId)
    const { workshopId, groupId } = this
    return may(this.actor(me), `page.${what}`, { type: 'page', workshopId, groupId, mode })
  }

  private actor(me: Person | null): Actor {
    const { workshopId, groupId, archived } = this
    const member = me && { memberId: me.memberId, workshopId, role: me.role, groupIds: [groupId], archived }
    return { account: null, member }
  }

  private allows(me: Person | null, action: RoomAction, locked: boolean): boolean {
    const { workshopId, groupId } = this
    return may(this.actor(me), action, { type: 'room', workshopId, groupId, locked })
  }
}
