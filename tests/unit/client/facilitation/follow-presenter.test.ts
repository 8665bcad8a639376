// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { followPresenter } from '#client/facilitation/present/follow-presenter.ts'
import { slideBeside } from '#client/facilitation/present/use-presentation.ts'
import { presenterPeer } from '#client/session/presenter.ts'
import type { Peer } from '#client/session/room-session.ts'
import { browseTo, createRoomView } from '#client/ui-state/room-view.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'
import { stepOf } from '#tests/support/facilitation.ts'
import { memorySession } from '#tests/support/room-session.ts'

const mara = newId<MemberId>()
const bo = newId<MemberId>()

const peer = (memberId: MemberId, presence: PresenceState, clientId = 7): Peer => ({
  ...{ clientId, memberId, name: 'Mara', organisation: '', role: 'moderator', colour: 0 },
  presence,
})

function inRoom() {
  const session = memorySession({ role: 'participant' })
  for (const id of ['page:one', 'page:two'])
    writeRecord(session.roots.board, { id, typeName: 'page', name: id, index: 'a1', meta: {} })
  const view = createRoomView('board')
  view.setState({ pageId: 'page:one' })
  const stop = followPresenter(session, view)
  const run = (mode: Mode | null, id = 'one') => {
    const { state } = session.facilitation.getState()
    const running = mode && { step: stepOf({ id, mode }), startedAt: 0, modeSince: 0 }
    session.facilitation.setState({ state: { ...state!, step: { running, ownTime: [], canUndo: false } } })
  }
  const present = (presenter: MemberId) => run({ type: 'present', presenter })
  const shows = (presence: PresenceState) => session.peers.setState([peer(mara, presence)], true)
  const me = session.facilitation.getState().me!.memberId
  return { session, view, stop, run, present, shows, me }
}

describe('while somebody presents', () => {
  test('everybody goes along from page to page', () => {
    const { view, present, shows, stop } = inRoom()
    shows({ p: 'page:two' })
    expect(view.getState().pageId).toBe('page:one')
    present(mara)
    expect(view.getState().pageId).toBe('page:two')
    shows({ p: 'page:one' })
    expect(view.getState().pageId).toBe('page:one')
    stop()
  })

  test('whoever looks at another page has left, and comes back when they like', () => {
    const { view, present, shows } = inRoom()
    shows({ p: 'page:two' })
    present(mara)
    browseTo(view, 'page:one')
    shows({ p: 'page:two', c: [1, 1] })
    expect(view.getState()).toMatchObject({ pageId: 'page:one', withPresenter: false })
    view.setState({ withPresenter: true })
    expect(view.getState().pageId).toBe('page:two')
  })

  test('looking for a card is leaving; being shown a slide in the list is not', () => {
    const { view, present, shows } = inRoom()
    view.setState({ face: 'list' })
    present(mara)
    shows({ p: 'page:one', f: 'shape:frame' })
    expect(view.getState()).toMatchObject({ focusShapeId: 'shape:frame', withPresenter: true })
    view.setState({ focusShapeId: 'shape:card' })
    expect(view.getState().withPresenter).toBe(false)
  })

  test('whoever left follows again when somebody else presents', () => {
    const { view, present, shows } = inRoom()
    shows({ p: 'page:two' })
    present(mara)
    browseTo(view, 'page:one')
    present(bo)
    expect(view.getState().withPresenter).toBe(true)
  })

  test('a page that is not here yet is not gone to', () => {
    const { view, present, shows } = inRoom()
    present(mara)
    shows({ p: 'page:later' })
    expect(view.getState().pageId).toBe('page:one')
  })

  test('only the presenter tells of a slide and a laser', () => {
    const { session, view, run, present, me } = inRoom()
    const told = () => session.presence.own.getState()
    present(mara)
    view.setState({ slideId: 'shape:frame', laser: true })
    expect([told().f, told().l]).toEqual([undefined, undefined])
    present(me)
    view.setState({ slideId: 'shape:frame', laser: true })
    expect(told()).toMatchObject({ f: 'shape:frame', l: 1 })
    run(null)
    expect([told().f, told().l]).toEqual([undefined, undefined])
  })
})

test('of a presenter’s windows the one that shows a slide is followed, else one with the board open', () => {
  const list = peer(mara, { p: 'page:one' }, 1)
  const board = peer(mara, { p: 'page:two', v: [0, 0, 10, 10] }, 2)
  const slides = peer(mara, { p: 'page:two', f: 'shape:one' }, 3)
  expect(presenterPeer([list, board, slides], mara)?.clientId).toBe(3)
  expect(presenterPeer([list, board], mara)?.clientId).toBe(2)
  expect(presenterPeer([list], mara)?.clientId).toBe(1)
  expect(presenterPeer([list], bo)).toBeNull()
})

test('slides begin and end at the edge: before the first is the whole page', () => {
  const slides = ['a', 'b'].map((id) => ({ id, name: id }))
  expect(slideBeside(slides, null, 'next')).toBe('a')
  expect(slideBeside(slides, 'a', 'next')).toBe('b')
  expect(slideBeside(slides, 'b', 'next')).toBe('b')
  expect(slideBeside(slides, 'a', 'previous')).toBeNull()
  expect(slideBeside(slides, null, 'previous')).toBeNull()
  expect(slideBeside([], null, 'next')).toBeNull()
})
