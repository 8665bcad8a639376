import { describe, expect, it } from 'vitest'
import { toldApart } from '#client/list-view/told-apart.ts'
import { noFilter, placesOf, rowsOf, type CardRow, type Filter } from '#client/list-view/rows.ts'
import { intentOf } from '#client/list-view/tree-keys.ts'
import { stepsTo } from '#client/list-view/use-row-drag.ts'
import { piecesOf, rangeInSight, rangeToShow } from '#client/list-view/use-row-window.ts'
import { clusterCards, foldCluster } from '#client/artefacts/clusters/cluster-actions.ts'
import { isFolded } from '#shared/document/containers.ts'
import { createCard, takeOffBoard } from '#client/artefacts/card-actions.ts'
import { outlineOf, unplacedArtefacts } from '#shared/document/outline.ts'
import { layPages, memorySession } from '#tests/support/room-session.ts'

function room() {
  const session = memorySession()
  layPages(session.roots)
  const add = (text: string, parentId: string, kind: 'note' | 'idea' = 'note') =>
    createCard(session, { kind, parentId, fields: kind === 'note' ? { text } : { sentence: text } })!
  const first = add('Wege verkürzen', 'page:one')
  add('im Rahmen', 'shape:frame')
  add('Lotse', 'page:two', 'idea')
  const gone = add('abgelegt', 'page:two')
  takeOffBoard(session, gone.shapeId)
  const outline = { pages: outlineOf(session.roots), unplaced: unplacedArtefacts(session.roots) }
  const rows = (filter: Filter = noFilter, open: (id: string) => boolean = () => true) =>
    rowsOf(outline, filter, open)
  return { rows, outline, first }
}

const shape = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => `${row.level}.${row.position}/${row.siblings} ${row.type}`)

describe('the rows of the list', () => {
  it('are page, frame and card with their level and place among siblings', () => {
    expect(shape(room().rows())).toEqual([
      '1.1/3 page',
      '2.1/2 card',
      '2.2/2 frame',
      '3.1/1 card',
      '1.2/3 page',
      '2.1/1 card',
      '1.3/3 unplaced',
      '2.1/1 put-aside',
    ])
  })

  it('leave out what is folded, but still count it', () => {
    const rows = room().rows(noFilter, () => false)
    expect(shape(rows)).toEqual(['1.1/3 page', '1.2/3 page', '1.3/3 unplaced'])
    expect(rows.map((row) => 'cardCount' in row && row.cardCount)).toEqual([2, 1, 1])
  })

  it('show every match with its way there, even where it is folded', () => {
    const found = room().rows({ query: 'RAHMEN', kind: 'all' }, () => false)
    expect(shape(found)).toEqual(['1.1/1 page', '2.1/1 frame', '3.1/1 card'])
  })

  it('show what lies on a cluster below it, unless that is folded; a search finds it all the same', () => {
    const session = memorySession()
    layPages(session.roots)
    const [one, other] = ['Telefon', 'Warteschlange'].map((text) =>
      createCard(session, { kind: 'note', parentId: 'page:one', fields: { text } })!,
    )
    const cluster = clusterCards(session, [one!.shapeId, other!.shapeId])!
    const rows = (isExpanded: (id: string) => boolean, filter = noFilter) =>
      rowsOf({ pages: outlineOf(session.roots), unplaced: [] }, filter, isExpanded)
    const unfolded = (id: string) => !isFolded(session.roots.board, id)
    expect(rows(unfolded).filter(({ parentId }) => parentId === cluster.shapeId)).toHaveLength(2)
    foldCluster(session, cluster.shapeId, true)
    expect(rows(unfolded).find(({ id }) => id === cluster.shapeId)).toMatchObject({
      holds: { unfolded: false, cards: 2 },
    })
    expect(rows(unfolded).filter(({ parentId }) => parentId === cluster.shapeId)).toEqual([])
    expect(rows(unfolded, { query: 'telefon', kind: 'all' }).map(({ id }) => id)).toContain(one!.shapeId)
    const press = (key: string) =>
      intentOf({ key, alt: false, ctrl: false, shift: false }, rows(unfolded), cluster.shapeId)
    expect(press('ArrowRight')).toEqual({ type: 'fold', id: cluster.shapeId, expanded: true })
    session.history.undo()
    expect(press('ArrowLeft')).toEqual({ type: 'fold', id: cluster.shapeId, expanded: false })
    session.destroy()
  })

  it('can be of one kind only', () => {
    expect(shape(room().rows({ query: '', kind: 'idea' }))).toEqual(['1.1/1 page', '2.1/1 card'])
  })

  it('name every place a card may go to', () => {
    expect(placesOf(room().outline).map(({ name, level, pageName }) => [name, level, pageName])).toEqual([
      ['Vorbereitung', 1, null],
      ['Erste Eindrücke', 2, 'Vorbereitung'],
      ['Ideen', 1, null],
    ])
  })
})

describe('the keys of the list', () => {
  const { rows } = room()
  const press = (key: string, at: number, mods: Partial<Record<'alt' | 'ctrl' | 'shift', boolean>> = {}) =>
    intentOf({ key, alt: false, ctrl: false, shift: false, ...mods }, rows(), rows()[at]!.id)

  it('walk through all rows and stop at the ends', () => {
    expect(press('ArrowDown', 0)).toEqual({ type: 'focus', id: rows()[1]!.id })
    expect(press('ArrowUp', 0)).toEqual({ type: 'focus', id: rows()[0]!.id })
    expect(press('End', 0)).toEqual({ type: 'focus', id: rows().at(-1)!.id })
  })

  it('fold a section, go into it, and back to it', () => {
    expect(press('ArrowLeft', 0)).toEqual({ type: 'fold', id: 'page:one', expanded: false })
    expect(press('ArrowRight', 0)).toEqual({ type: 'focus', id: rows()[1]!.id })
    expect(press('ArrowLeft', 1)).toEqual({ type: 'focus', id: 'page:one' })
  })

  it('act on a card', () => {
    const action = (key: string, mods = {}) => {
      const intent = press(key, 1, mods)
      return intent?.type === 'act' ? intent.action : intent
    }
    expect(action('Enter')).toBe('open')
    expect(action('F2')).toBe('edit')
    expect(action('Delete')).toBe('takeOff')
    expect(action('n')).toBe('create')
    expect(action('v')).toBe('moveTo')
    expect(action('ArrowUp', { alt: true })).toBe('earlier')
    expect(action('ArrowDown', { alt: true })).toBe('later')
    expect(action('d', { ctrl: true })).toBe('duplicate')
    expect(action('F10', { shift: true })).toBe('menu')
  })

  it('leave the browser its own shortcuts', () => {
    expect(press('n', 1, { ctrl: true })).toBe(null)
    expect(press('f', 1, { ctrl: true })).toBe(null)
  })
})

it('A dragged card goes exactly before or behind the card it is dropped on', () => {
  const card = (id: string) => ({ id, type: 'card', parentId: 'p' }) as CardRow
  const rows = ['a', 'b', 'c', 'd'].map(card)
  const dropped = (dragged: number, on: number, after: boolean) => {
    const by = stepsTo(rows[dragged]!, { row: rows[on]!, after }, rows)
    const order = rows.map(({ id }) => id)
    order.splice(dragged + by, 0, ...order.splice(dragged, 1))
    return order.join('')
  }
  expect(dropped(0, 2, false)).toBe('bacd')
  expect(dropped(0, 2, true)).toBe('bcad')
  expect(dropped(3, 1, false)).toBe('adbc')
  expect(dropped(3, 1, true)).toBe('abdc')
  expect(dropped(1, 1, true)).toBe('abcd')
})

describe('the window on a long list', () => {
  it('holds what is in sight and no more', () => {
    const heights = Array.from({ length: 1_000 }, () => 50)
    expect(rangeInSight(heights, { top: 5_000, bottom: 5_900 })).toEqual({ from: 99, to: 118 })
    expect(rangeInSight(heights, { top: -800, bottom: 100 })).toEqual({ from: 0, to: 2 })
  })

  it('stays while enough of it is left, so that a row which takes more room than its gap cannot swing it', () => {
    const heights = Array.from({ length: 1_000 }, () => 50)
    const shown = rangeToShow({ from: 0, to: 120 }, heights, { top: 20_000, bottom: 20_800 })
    expect(shown).toEqual({ from: 383, to: 432 })
    for (const px of [-12, 12, -300, 300]) {
      expect(rangeToShow(shown, heights, { top: 20_000 + px, bottom: 20_800 + px })).toBe(shown)
    }
    expect(rangeToShow(shown, heights, { top: 20_500, bottom: 21_300 })).toEqual({ from: 393, to: 442 })
  })

  it('keeps the active row, and the height of the whole', () => {
    const pieces = piecesOf(100, { from: 10, to: 20 }, 70, () => 50)
    expect(
      pieces.filter((piece) => piece.type === 'row').map((piece) => 'index' in piece && piece.index),
    ).toEqual([...Array.from({ length: 10 }, (_, n) => n + 10), 70])
    const gaps = pieces.flatMap((piece) => (piece.type === 'gap' ? piece.height : []))
    expect(gaps).toEqual([500, 2_500, 1_450])
  })
})

it('names that are the same are told apart by numbers', () => {
  expect(toldApart(['Fragen', 'Ideen', 'Fragen'])).toEqual(['Fragen (1)', 'Ideen', 'Fragen (2)'])
})
