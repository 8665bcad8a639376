import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { followModeration } from '#client/facilitation/place/bring-along.ts'
import { FacilitationFollower } from '#client/session/facilitation-follower.ts'
import { createRoomView } from '#client/ui-state/room-view.ts'
import type { OpenRoom } from '#client/session/open-room.ts'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { initialState } from '#shared/facilitation/state.ts'
import type { SeenChange } from '#shared/facilitation/view.ts'
import { viewOf } from '#shared/facilitation/view.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import { stepOf } from '#tests/support/facilitation.ts'
import { memorySession } from '#tests/support/room-session.ts'

const me = newId<MemberId>()
const moderator = newId<MemberId>()
const person = (role: Person['role'] = 'participant'): Person => ({
  clientId: 1,
  memberId: me,
  name: 'Jana',
  organisation: '',
  role,
  colour: 0,
})
const state = viewOf(initialState('problem', 'page:one'), { memberId: me, facilitates: false })
const area = { x: 1, y: 2, w: 3, h: 4 }
const gatheredBy = (by: MemberId, at: number, pageId: string): SeenChange => ({
  place: { ...state.place, pageId, gathering: { by, at, pageId, area } },
})

/** Somebody in a room: what the server says goes in, where they stand comes out. */
function inRoom(first = state) {
  const follower = new FacilitationFollower({
    workshopId: newId<WorkshopId>(),
    groupId: newId<GroupId>(),
    archived: false,
  })
  const welcome = (seen = first, role: Person['role'] = 'participant') =>
    follower.welcome({
      type: 'welcome',
      serverTime: 0,
      generation: 1,
      me: person(role),
      state: seen,
      people: [],
    })
  const view = createRoomView('board')
  const shown: string[] = []
  const session: OpenRoom = {
    ...memorySession(),
    facilitation: follower.view,
    rescued: createStore(() => []),
    unsent: () => [],
    dismissRescued: () => undefined,
    draftCounts: createStore<ReadonlyMap<string, number>>(() => new Map()),
    discardReplica: () => Promise.resolve(),
  }
  const stop = followModeration(session, view, (pageId) => shown.push(pageId))
  return { follower, view, shown, stop, welcome }
}

describe('how a moderator’s power arrives', () => {
  test('whoever enters lands on the group’s page, at what was last shown to all', () => {
    const room = inRoom({ ...state, ...gatheredBy(moderator, 1, 'page:two') })
    room.welcome()
    expect(room.view.getState().pageId).toBe('page:two')
    expect(room.shown).toEqual(['page:two'])
  })

  test('a page that is opened for all takes everybody along and says where from', () => {
    const room = inRoom()
    room.welcome()
    room.follower.changed({ place: { ...state.place, pageId: 'page:two' } })
    expect(room.view.getState()).toMatchObject({
      pageId: 'page:two',
      broughtFrom: { pageId: 'page:one', reason: 'page' },
    })
  })

  test('being gathered shows the part of the page, also on the page where one is, and each time', () => {
    const room = inRoom()
    room.welcome()
    room.follower.changed(gatheredBy(moderator, 1, 'page:one'))
    room.follower.changed(gatheredBy(moderator, 2, 'page:one'))
    expect(room.shown).toEqual(['page:one', 'page:one'])
    expect(room.view.getState().broughtFrom?.reason).toBe('gathering')
  })

  test('whoever gathers the others stays where they are', () => {
    const room = inRoom()
    room.welcome()
    room.follower.changed(gatheredBy(me, 1, 'page:two'))
    expect(room.shown).toEqual([])
    expect(room.view.getState().pageId).toBe('page:one')
  })

  test('a timer, a lock or a new connection to the same place moves nobody who looks elsewhere', () => {
    const room = inRoom()
    room.welcome()
    room.view.setState({ pageId: 'page:three' })
    room.follower.changed({ timer: { status: 'running', endsAt: 5, plannedMs: 5 } })
    room.follower.changed({ lock: { status: 'locked', since: 1 } })
    room.welcome(structuredClone(state))
    expect(room.view.getState().pageId).toBe('page:three')
  })

  test('nobody is taken along any more once the room is left', () => {
    const room = inRoom()
    room.welcome()
    room.stop()
    room.follower.changed({ place: { ...state.place, pageId: 'page:two' } })
    expect(room.view.getState().pageId).toBe('page:one')
  })
})

describe('what a person may do right now', () => {
  test('follows the lock and the role', () => {
    const { follower, welcome } = inRoom()
    const may = () => {
      const { mayWrite, mayFacilitate } = follower.view.getState()
      return [mayWrite, mayFacilitate]
    }
    expect(may()).toEqual([false, false])
    welcome()
    expect(may()).toEqual([true, false])
    follower.changed({ lock: { status: 'locked', since: 1 } })
    expect(may()).toEqual([false, false])
    follower.becomes(person('moderator'))
    expect(may()).toEqual([true, true])
  })

  test('follows the step on the page in front, and only there', () => {
    const { follower, welcome } = inRoom()
    welcome()
    const running = { step: stepOf({ mode: { type: 'discuss' } }), startedAt: 1, modeSince: 1 }
    follower.looksAt('page:one')
    follower.changed({ step: { running, ownTime: [], canUndo: false } })
    expect(follower.view.getState().mayWrite).toBe(false)
    follower.looksAt('page:two')
    expect(follower.view.getState().mayWrite).toBe(true)
    follower.looksAt('page:one')
    follower.becomes(person('moderator'))
    expect(follower.view.getState().mayWrite).toBe(true)
  })

  test('is disturbed by nothing that only a newer server says', () => {
    const { follower, welcome } = inRoom()
    welcome()
    const { lock, timer } = follower.view.getState().state!
    const later = { confetti: { colour: 'green' }, place: { ...state.place, pageId: 'page:two' } }
    follower.changed(later)
    const seen = follower.view.getState().state!
    expect(seen.lock).toBe(lock)
    expect(seen.timer).toBe(timer)
    expect(seen.place.pageId).toBe('page:two')
  })
})
