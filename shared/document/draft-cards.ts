import type { ArtefactId } from '../base/ids.ts'
import { kinds, type ArtefactKind } from '../kinds/index.ts'
import type { FieldValue } from '../kinds/field.ts'
import type { Phase } from '../workshop/phases.ts'
import { createArtefact, isBlank, readArtefact, type Artefact } from './artefacts.ts'
import { textIn, unflattenRecord, writeRecord } from './board-record.ts'
import { placeArtefact, removePlacement } from './placements.ts'
import type { Roots } from './roots.ts'

/**
 * Cards of a silent draft: one person's document in one step, with the same roots as a room's, and in it nothing but
 * cards. Each names the page and the field it is meant for, which lie in the room's document and not in this one.
 */
export interface DraftCard {
  artefact: Artefact
  shapeId: string
  pageId: string
  /** Record id of the field of that page; null where the writer chose none. */
  fieldId: string | null
  /** Card of the room on which the words were written first; null for a card of its own. */
  about: string | null
  /** Card or comment of the room that may still be sent, whose words are these; null for words of their own. */
  waits: string | null
}

export interface NewDraftCard {
  kind: ArtefactKind
  phase: Phase
  pageId: string
  fieldId: string | null
  createdAt: number
  about?: string | null
  waits?: string | null
  id?: ArtefactId
  fields: Record<string, FieldValue>
}

type CardRoots = Pick<Roots, 'artefacts' | 'board'>

/** Writes a card; nothing in it says whose it is, that is the server's to know. Answers its record id. */
export function writeDraftCard({ artefacts, board }: CardRoots, card: NewDraftCard): string {
  const { pageId, fieldId, about = null, waits = null, ...content } = card
  const artefactId = createArtefact(artefacts, { ...content, authorship: { as: 'anonymous' } })
  const id = card.id ? { id: `shape:${card.id}` } : {}
  const place = { parentId: pageId, x: 0, y: 0, ...kinds[card.kind].size }
  const shapeId = placeArtefact(board, { ...id, artefactId, ...place })
  if (fieldId !== null) board.get(shapeId)?.set('m.field', fieldId)
  if (waits !== null) board.get(shapeId)?.set('m.waits', waits)
  if (about !== null) board.get(shapeId)?.set('m.about', about)
  return shapeId
}

/** Takes a card out of what will be revealed. Answers what puts it back, with the words it has by then. */
export function removeDraftCard({ board }: CardRoots, shapeId: string): (roots: CardRoots) => void {
  const flat = board.get(shapeId)
  const record = flat ? unflattenRecord(flat) : null
  removePlacement(board, shapeId)
  return (roots) => {
    if (record && !roots.board.has(shapeId)) writeRecord(roots.board, record)
  }
}

/** The cards of a draft in the order in which they were written. Blank ones are in it. */
export function draftCardsOf({ artefacts, board }: CardRoots): DraftCard[] {
  const cards: { card: DraftCard; index: string }[] = []
  board.forEach((record, shapeId) => {
    const artefact = readArtefact(artefacts, textIn(record.get('p.artefactId')))
    if (!artefact) return
    const card = {
      artefact,
      shapeId,
      pageId: textIn(record.get('parentId')),
      fieldId: textIn(record.get('m.field')) || null,
      about: textIn(record.get('m.about')) || null,
      waits: textIn(record.get('m.waits')) || null,
    }
    cards.push({ card, index: textIn(record.get('index')) })
  })
  return cards
    .sort((a, b) =>
      a.index === b.index ? (a.card.shapeId < b.card.shapeId ? -1 : 1) : a.index < b.index ? -1 : 1,
    )
    .map(({ card }) => card)
}

/** How many cards others are told of: those that say something. */
export const countDrafted = (roots: CardRoots): number =>
  draftCardsOf(roots).filter(({ artefact }) => !isBlank(artefact)).length
