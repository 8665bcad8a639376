import type * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { createArtefact, setStatus, textOf } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Change } from './workshop.ts'

/** A way of keeping cards in a Yjs document. */
export interface Binding {
  name: string
  open(doc: Y.Doc): { createCard(card: number): void; apply(change: Change): void }
}

const shapeRecord = (card: number) => ({
  id: `shape:${card}`,
  typeName: 'shape',
  type: 'card',
  parentId: 'page:preparation',
  index: `a${card}`,
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { w: 200, h: 160, text: '', status: 'draft' },
  meta: {},
})
type Whole = ReturnType<typeof shapeRecord>

function changed(record: Whole, change: Change): Whole {
  switch (change.type) {
    case 'move':
      return { ...record, x: change.x, y: change.y }
    case 'type':
      return { ...record, props: { ...record.props, text: record.props.text + change.letter } }
    case 'status':
      return { ...record, props: { ...record.props, status: change.status } }
  }
}

/** Ours: property by property, text letter by letter, through the product's own functions. */
export const werkraum: Binding = {
  name: 'Werkraum',
  open(doc) {
    const { artefacts, board } = rootsOf(doc)
    const cards: { artefactId: ArtefactId; shapeId: string }[] = []
    return {
      createCard(card) {
        doc.transact(() => {
          const artefactId = createArtefact(artefacts, {
            kind: 'note',
            id: newId<ArtefactId>(card, new Uint8Array(10).fill(card % 251)),
            phase: 'preparation',
            createdAt: card,
            authorship: { as: 'anonymous' },
          })
          const at = { parentId: 'page:preparation', x: 0, y: 0, w: 200, h: 160 }
          cards[card] = { artefactId, shapeId: placeArtefact(board, { artefactId, ...at }) }
        })
      },
      apply(change) {
        const { artefactId, shapeId } = cards[change.card]!
        if (change.type === 'move') board.get(shapeId)!.set('xy', [change.x, change.y])
        else if (change.type === 'status') setStatus(artefacts, artefactId, change.status)
        else {
          const text = textOf(artefacts, artefactId, 'text')!
          text.insert(text.length, change.letter)
        }
      },
    }
  },
}

/** The whole record as one value of a Y.Map: what most bindings of canvas to Yjs begin with. */
export const wholeRecords: Binding = {
  name: 'Y.Map of whole records',
  open(doc) {
    const records = doc.getMap<Whole>('records')
    return {
      createCard: (card) => void records.set(`shape:${card}`, shapeRecord(card)),
      apply(change) {
        const id = `shape:${change.card}`
        records.set(id, changed(records.get(id)!, change))
      },
    }
  },
}

interface KeyValue {
  get(key: string): Whole | undefined
  set(key: string, value: Whole): void
}

/** y-utility's YKeyValue, which tldraw's own Yjs example uses. */
export async function keyValue(): Promise<Binding> {
  const path = new URL('../peers/node_modules/y-utility/y-keyvalue.js', import.meta.url).href
  const { YKeyValue } = (await import(path)) as { YKeyValue: new (array: Y.Array<unknown>) => KeyValue }
  return {
    name: 'y-utility YKeyValue',
    open(doc) {
      const records = new YKeyValue(doc.getArray('records'))
      return {
        createCard: (card) => records.set(`shape:${card}`, shapeRecord(card)),
        apply(change) {
          const id = `shape:${change.card}`
          records.set(id, changed(records.get(id)!, change))
        },
      }
    },
  }
}
