import { describe, expect, test } from 'vitest'
import { goingTo, stepsAround } from '#client/facilitation/place/agenda-steps.ts'
import { clockFace } from '#client/room-context/clock-face.ts'
import { doneCount, presentMembers, raisedHands } from '#client/room-context/present-members.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { minutesFrom } from '#client/facilitation/timer/TimerDialog.tsx'
import type { Peer } from '#client/session/room-session.ts'
import { bringAlong, browseTo, createRoomView, showFace, toggleFace } from '#client/ui-state/room-view.ts'
import type { MemberId } from '#shared/base/ids.ts'
import type { Phase } from '#shared/workshop/phases.ts'

const page = (id: string, phase: Phase | null): RoomPage => ({ id, name: id, phase, instruction: '' })
const pages = [page('c', 'solution'), page('a', 'preparation'), page('b', 'preparation'), page('x', null)]

describe('where a moderator can take the group', () => {
  test('onwards through the pages of all phases in their order', () => {
    expect(stepsAround(pages, 'a', 'a')).toEqual({ previous: null, onward: { kind: 'next', page: pages[2] } })
    expect(stepsAround(pages, 'b', 'b').onward?.page.id).toBe('c')
    expect(stepsAround(pages, 'x', 'x')).toEqual({ previous: pages[0], onward: null })
  })

  test('to the page the moderator looks at, where that is another one', () => {
    expect(stepsAround(pages, 'a', 'c').onward).toEqual({ kind: 'openForAll', page: pages[0] })
  })

  test('into another phase only when the page belongs to one', () => {
    expect(goingTo(pages[0]!, 'preparation')).toEqual({ type: 'goToPhase', phase: 'solution', pageId: 'c' })
    expect(goingTo(pages[2]!, 'preparation')).toEqual({ type: 'openPage', pageId: 'b' })
    expect(goingTo(pages[3]!, 'solution')).toEqual({ type: 'openPage', pageId: 'x' })
  })
})

describe('one’s own view of the room', () => {
  test('a page opened for everybody remembers the way back; going there oneself forgets it', () => {
    const view = createRoomView('board')
    browseTo(view, 'a')
    bringAlong(view, 'b', 'page')
    expect(view.getState()).toMatchObject({ pageId: 'b', broughtFrom: { pageId: 'a', reason: 'page' } })
    browseTo(view, 'a')
    expect(view.getState()).toMatchObject({ pageId: 'a', broughtFrom: null })
  })

  test('whoever is on that page already is not told', () => {
    const view = createRoomView('board')
    browseTo(view, 'b')
    bringAlong(view, 'b', 'page')
    expect(view.getState().broughtFrom).toBeNull()
  })

  test('changing between board and list keeps the card in front', () => {
    const view = createRoomView('board')
    browseTo(view, 'a')
    view.setState({ atShapeId: 'shape:1' })
    toggleFace(view)
    expect(view.getState()).toMatchObject({ face: 'list', focusShapeId: 'shape:1' })
    view.setState({ atShapeId: null })
    showFace(view, 'board')
    expect(view.getState()).toMatchObject({ face: 'board', focusShapeId: 'a' })
  })
})

const peer = (
  clientId: number,
  memberId: string,
  presence: Peer['presence'],
  role: Peer['role'] = 'participant',
) => ({
  clientId,
  memberId: memberId as MemberId,
  name: memberId,
  organisation: '',
  role,
  colour: 0,
  presence,
})

describe('who is here', () => {
  test('somebody with two devices counts once, and a hand raised on either counts', () => {
    const members = presentMembers(
      [peer(1, 'jana', {}), peer(2, 'jana', { h: 5 }), peer(3, 'tom', { h: 2 })],
      null,
    )
    expect(members).toHaveLength(2)
    expect(raisedHands(members).map(({ name }) => name)).toEqual(['tom', 'jana'])
  })

  test('only participants count as done or not', () => {
    const members = presentMembers(
      [peer(1, 'jana', { d: true }), peer(2, 'tom', {}), peer(3, 'mod', {}, 'moderator')],
      null,
    )
    expect(doneCount(members)).toEqual({ done: 1, count: 2 })
  })
})

describe('the clock’s face', () => {
  test('shows a running second until it is over, and never less than nothing', () => {
    expect([372_000, 371_001, 371_000, 1, 0, -4_000].map(clockFace)).toEqual([
      '06:12',
      '06:12',
      '06:11',
      '00:01',
      '00:00',
      '00:00',
    ])
    expect(clockFace(3_600_000 + 61_000)).toBe('1:01:01')
  })

  test('takes whole minutes within the limit and nothing else', () => {
    expect(['7', ' 480 ', '0', '481', '1.5', '-3', 'x', ''].map(minutesFrom)).toEqual([
      7,
      480,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
