import * as Y from 'yjs'
import { ASIDE, draftIdOf } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { readArtefact, textOf } from '#shared/document/artefacts.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { charsIn, textParts } from '#shared/document/words-as-cards.ts'
import { kinds, plainKind } from '#shared/kinds/index.ts'
import { phases } from '#shared/workshop/phases.ts'
import { SERVER_MEMBER } from './client-bindings.ts'
import type { TakenWords } from './taken-words.ts'

/** A change of somebody's draft that is stored in one transaction with the change of the room it comes from. */
export interface AsideChange {
  groupId: DraftId
  update: Uint8Array
  newClients: [clientId: number, memberId: MemberId][]
  writer: MemberId
}

/** A card on which its writer may be writing on. */
interface OpenCard {
  text: Y.Text
  maxChars: number
  end: number
  last: Y.ID
}

interface Desk {
  doc: Y.Doc
  open: Map<string, OpenCard>
  cards: number
}

/**
 * Puts aside what people wrote on something that was locked meanwhile, or too long where others wrote: it becomes cards of a draft of their own, which
 * nobody else is sent. Invariants (cited by the tests):
 * 1. What is taken back in the room and what is put aside are one transaction: a server that is killed at any moment
 *    has done both or neither, and what was neither comes again from its writer's device.
 * 2. Who types on gets one card and not one for each letter.
 * 3. It is written under a client id of the server's own, so that the writer's own copies stay as they are.
 */
export class SetAside {
  readonly #groupId: GroupId
  readonly #roots: Roots
  readonly #desks = new Map<MemberId, Desk>()

  constructor(groupId: GroupId, roots: Roots) {
    this.#groupId = groupId
    this.#roots = roots
  }

  /** Null where somebody has put aside as much as one may. */
  put(writer: MemberId, taken: readonly TakenWords[], nowMs: number): AsideChange | null {
    const desk = this.#desks.get(writer) ?? { doc: new Y.Doc(), open: new Map(), cards: 0 }
    this.#desks.set(writer, desk)
    const before = Y.encodeStateVector(desk.doc)
    let isPut = false
    desk.doc.transact(() => {
      for (const words of taken) isPut = goesOn(desk, words) || this.#write(desk, words, nowMs) || isPut
    })
    if (!isPut) return null
    return {
      groupId: draftIdOf(this.#groupId, ASIDE, writer),
      update: Y.encodeStateAsUpdate(desk.doc, before),
      newClients: [[desk.doc.clientID, SERVER_MEMBER]],
      writer,
    }
  }

  /** As much as there is room for; answers whether it is anything. */
  #write(desk: Desk, { artefactId, field, place, words, piece }: TakenWords, createdAt: number): boolean {
    const room = limits.maxCardsAside - desk.cards
    if (room <= 0) return false
    const artefact = artefactId === null ? null : readArtefact(this.#roots.artefacts, artefactId)
    const kind = artefact && kinds[artefact.kind].headline === field ? artefact.kind : plainKind
    const { headline } = kinds[kind]
    const draft = rootsOf(desk.doc)
    const pageId = this.#pageOf(artefactId, place) ?? ''
    const phase = artefact?.phase ?? phases[0]
    const maxChars = charsIn(kind)
    for (const part of textParts(words, maxChars).slice(0, room)) {
      const fields = { [headline]: part }
      const card = { kind, phase, pageId, fieldId: null, createdAt, about: artefactId, fields }
      const record = draft.board.get(writeDraftCard(draft, card))!
      const text = textOf(draft.artefacts, record.get('p.artefactId') as string, headline)
      desk.cards++
      const isWhole = piece !== null && text !== null && part === words
      if (isWhole) desk.open.set(place, { text, maxChars, end: piece.end, last: piece.last })
      else desk.open.delete(place)
    }
    return true
  }

  #pageOf(artefactId: string | null, place: string): string | null {
    const { board } = this.#roots
    if (artefactId === null) return pageOf(board, place.split(' ')[0]!)
    for (const [id, record] of board) if (record.get('p.artefactId') === artefactId) return pageOf(board, id)
    return null
  }
}

/** Whether something was written right behind what was put aside before, and has room there; then it stands there. */
function goesOn({ open }: Desk, { place, piece }: TakenWords): boolean {
  const card = open.get(place)
  if (!card || !piece?.after || !Y.compareIDs(piece.after, card.last)) return false
  if (card.text.length + piece.text.length > card.maxChars) return false
  card.text.insert(card.end, piece.text)
  open.set(place, { ...card, end: card.end + piece.text.length, last: piece.last })
  return true
}
