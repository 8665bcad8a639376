import { describe, expect, test } from 'vitest'
import { goingTo, stepsAround } from '#client/facilitation/place/agenda-steps.ts'
import { clockFace } from '#client/app/clock-face.ts'
import { finishedCount } from '#client/facilitation/finished/finished-count.ts'
import { handsOf } from '#client/facilitation/hands/raised-hands.ts'
import { presentMembers } from '#client/room-context/present-members.ts'
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
  const jana = 'jana' as MemberId
  const tom = 'tom' as MemberId
  const present = presentMembers(
    [peer(1, 'jana', {}), peer(2, 'jana', {}), peer(3, 'tom', {}), peer(4, 'mod', {}, 'moderator')],
    null,
  )

  test('somebody with two devices counts once', () => {
    expect(present.map(({ memberId }) => memberId)).toEqual(['jana', 'tom', 'mod'])
  })

  test('hands keep the order the server gave them; whoever left is passed over', () => {
    const hands = [
      { memberId: tom, since: 2 },
      { memberId: 'gone' as MemberId, since: 3 },
      { memberId: jana, since: 1 },
    ]
    expect(handsOf(present, hands).map(({ name, since }) => [name, since])).toEqual([
      ['tom', 2],
      ['jana', 1],
    ])
  })

  test('only participants who are here count as done or not', () => {
    const finished = [jana, 'mod' as MemberId, 'gone' as MemberId]
    expect(finishedCount(present, { count: finished.length, members: finished })).toEqual({
      done: 1,
      count: 2,
    })
    expect(finishedCount(present, { count: 1, members: null })).toEqual({ done: 1, count: 2 })
    expect(finishedCount(present, { count: 9, members: null })).toEqual({ done: 2, count: 2 })
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
