import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addItem,
  ensureItemText,
  itemsMap,
  itemText,
  moveItem,
  placeItem,
  putItemBack,
  readItems,
  removeItem,
  setItemField,
  type ItemsMap,
} from '#shared/document/items.ts'
import { createArtefact, replaceText } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import type { ItemsSpec } from '#shared/kinds/field.ts'
import { exchange } from '#tests/support/room-session.ts'

const spec: ItemsSpec = {
  type: 'items',
  max: 5,
  places: 'free',
  fields: {
    action: { type: 'text', maxChars: 200 },
    feeling: { type: 'number', min: -2, max: 2 },
  },
}

const stepsOf = (doc: Y.Doc) => doc.getMap<ItemsMap>('card').get('steps')!
const actions = (doc: Y.Doc) => readItems(spec, stepsOf(doc)).map(({ fields }) => fields.action)

/** The same three steps at two people who do not see each other. */
function two() {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getMap('card').set('steps', itemsMap(spec, []))
  const ids = ['eins', 'zwei', 'drei'].map((action) => addItem(stepsOf(a), spec, { fields: { action } })!)
  exchange(a, b)
  return { a, b, ids, meet: () => exchange(a, b) }
}

describe('the items of a card', () => {
  it('stand in the order in which they were added, or at the rank asked for', () => {
    const { a } = two()
    addItem(stepsOf(a), spec, { rank: 1, fields: { action: 'dazwischen' } })
    expect(actions(a)).toEqual(['eins', 'dazwischen', 'zwei', 'drei'])
  })

  it('are no more than the field may hold', () => {
    const { a } = two()
    expect(addItem(stepsOf(a), spec)).not.toBeNull()
    expect(addItem(stepsOf(a), spec)).not.toBeNull()
    expect(addItem(stepsOf(a), spec)).toBeNull()
  })

  it('come to one order when two people reorder at once', () => {
    const { a, b, ids, meet } = two()
    moveItem(stepsOf(a), spec, ids[2]!, 0)
    moveItem(stepsOf(b), spec, ids[1]!, 0)
    meet()
    expect(actions(a)).toEqual(actions(b))
    expect([...actions(a)].sort()).toEqual(['drei', 'eins', 'zwei'])
    expect(actions(a)[2]).toBe('eins')
  })

  it('let two people write in one row, letter by letter', () => {
    const { a, b, ids, meet } = two()
    replaceText(itemText(stepsOf(a), ids[0]!, 'action')!, 'Schritt eins')
    replaceText(itemText(stepsOf(b), ids[0]!, 'action')!, 'eins, bald')
    setItemField(stepsOf(b), ids[0]!, 'feeling', -2)
    meet()
    for (const doc of [a, b]) {
      expect(readItems(spec, stepsOf(doc))[0]!.fields).toEqual({ action: 'Schritt eins, bald', feeling: -2 })
    }
  })

  it('go, and are placed, each by itself', () => {
    const { a, ids } = two()
    removeItem(stepsOf(a), ids[0]!)
    placeItem(stepsOf(a), ids[1]!, [4, 2])
    expect(actions(a)).toEqual(['zwei', 'drei'])
    expect(readItems(spec, stepsOf(a))[0]!.place).toEqual([4, 2])
  })

  it('come back as they were, unless they are there again by now', () => {
    const { a, ids } = two()
    const [first] = readItems(spec, stepsOf(a))
    removeItem(stepsOf(a), ids[0]!)
    putItemBack(stepsOf(a), spec, first!)
    expect(readItems(spec, stepsOf(a))[0]).toEqual(first)
    replaceText(itemText(stepsOf(a), ids[0]!, 'action')!, 'seither geändert')
    putItemBack(stepsOf(a), spec, first!)
    expect(actions(a)).toEqual(['seither geändert', 'zwei', 'drei'])
  })

  it('get a text that came with a later version once somebody writes there', () => {
    const { a, ids } = two()
    stepsOf(a).get(ids[0]!)!.delete('f.action')
    expect(itemText(stepsOf(a), ids[0]!, 'action')).toBe(null)
    replaceText(ensureItemText(stepsOf(a), ids[0]!, 'action')!, 'nachgetragen')
    expect(actions(a)).toEqual(['nachgetragen', 'zwei', 'drei'])
  })

  it('read as if nobody had written what the server would refuse', () => {
    const { a, ids } = two()
    const item = stepsOf(a).get(ids[0]!)!
    for (const [key, value] of [
      ['order', '!'],
      ['place', [Number.NaN, 1]],
      ['f.feeling', 9],
    ] as const)
      item.set(key, value)
    stepsOf(a).set('no id', new Y.Map())
    const items = readItems(spec, stepsOf(a))
    expect(items.map(({ id }) => id)).not.toContain('no id')
    expect(items.find(({ id }) => id === ids[0])).toMatchObject({ fields: { action: 'eins', feeling: null } })
    expect(addItem(stepsOf(a), spec, { fields: { action: 'geht noch' } })).not.toBeNull()
  })
})

describe('the items of a card in a snapshot', () => {
  it('come back letter by letter, also where the card is of another kind by now', () => {
    const doc = new Y.Doc()
    const { artefacts, board } = rootsOf(doc)
    writeRecord(board, { id: 'page:one', typeName: 'page', name: 'Eins', index: 'a1', meta: {} })
    const id = createArtefact(artefacts, {
      kind: 'note',
      phase: 'problem',
      createdAt: 1,
      authorship: { as: 'anonymous' },
    })
    artefacts.get(id)!.set('f.steps', stepsOf(two().a).clone())
    const before = canonicalContent(doc)
    const again = new Y.Doc()
    Y.applyUpdate(again, documentFromSnapshot(takeSnapshot(doc)))
    expect(rootsOf(again).artefacts.toJSON()).toEqual(rootsOf(doc).artefacts.toJSON())
    expect(canonicalContent(doc)).toBe(before)
    expect(before).toContain('drei')
  })
})
