import type * as Y from 'yjs'
import type { RoomSession } from '#client/session/room-session.ts'
import type { Authorship, Status } from '#shared/document/authorship.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import type { Clearance } from '#shared/document/clearance.ts'
import { fieldsOf, isTextField, kinds, type ArtefactKind } from '#shared/kinds/index.ts'
import type { LinkSentence } from '#shared/evidence/link-sentences.ts'
import type { Link } from '#shared/evidence/links.ts'
import type { ArtefactId } from '#shared/base/ids.ts'
import {
  addLink,
  createArtefact,
  ensureText,
  readArtefact,
  removeLink,
  replaceText,
  setClearance,
  setField,
  setStatus,
  setTag,
  turnInto,
  type Artefact,
} from '#shared/document/artefacts.ts'
import {
  pageOf,
  textIn,
  unflattenRecord,
  writeRecord,
  type BoardRecord,
} from '#shared/document/board-record.ts'
import { holdingOf, setAxesPlace, type AxesPlace } from '#shared/document/containers.ts'
import { pagesInOrder } from '#shared/document/fields.ts'
import { spotBeside } from '#shared/document/free-spot.ts'
import {
  moveToParent,
  placeArtefact,
  removePlacement,
  seatFor,
  withGround,
} from '#shared/document/placements.ts'
import { moveInReadingOrder } from '#shared/document/reading-order.ts'
import type { Roots } from '#shared/document/roots.ts'
import { isPhase, type Phase } from '#shared/workshop/phases.ts'
import { signature } from './authorship-choice.ts'
import { deleteSign, typeLetters } from './typed-text.ts'

/**
 * What one can do to a card, the same for board, list and phone. Every action is one undo step of its own.
 * Actions that create answer null while nobody knows yet who this person is.
 */
export interface PlacedCard {
  artefactId: ArtefactId
  shapeId: string
}

export interface NewCard {
  kind: ArtefactKind
  /** A page or a frame. */
  parentId: string
  fields?: Record<string, FieldValue>
  tags?: string[]
  links?: Link[]
  clearance?: Clearance | undefined
  /** Lies beside this card where there is room. */
  besideShapeId?: string | null
}

/** @param also what else belongs to the same step */
export function createCard(
  session: RoomSession,
  card: NewCard,
  also: (roots: Roots, made: PlacedCard) => void = () => undefined,
): PlacedCard | null {
  return createCards(session, [card], (roots, [made]) => also(roots, made!))[0] ?? null
}

/**
 * Several cards as one step; none while nobody knows yet who this person is.
 * @param also what else belongs to the same step
 */
export function createCards(
  session: RoomSession,
  cards: readonly NewCard[],
  also: (roots: Roots, made: PlacedCard[]) => void = () => undefined,
): PlacedCard[] {
  const authorship = signature(session)
  if (!authorship) return []
  return asOneStep(session, (roots) => {
    const made = cards.map((card) => makeCard(session, roots, card, authorship))
    also(roots, made)
    return made
  })
}

/** Artefacts that lie on no page, as one step together with what else belongs to it. @returns their ids */
export function createUnplaced(
  session: RoomSession,
  kind: ArtefactKind,
  all: readonly Record<string, FieldValue>[],
  also: (roots: Roots) => void = () => undefined,
): ArtefactId[] {
  const authorship = signature(session)
  if (!authorship) return []
  return asOneStep(session, (roots) => {
    also(roots)
    return all.map((fields) =>
      createArtefact(roots.artefacts, {
        kind,
        phase: kinds[kind].phase,
        createdAt: session.serverNow(),
        authorship,
        fields,
      }),
    )
  })
}

function makeCard(session: RoomSession, roots: Roots, card: NewCard, authorship: Authorship): PlacedCard {
  const artefactId = createArtefact(roots.artefacts, {
    kind: card.kind,
    phase: phaseAt(session, roots, card.parentId) ?? kinds[card.kind].phase,
    createdAt: session.serverNow(),
    authorship,
    ...(card.fields && { fields: card.fields }),
    ...(card.tags && { tags: card.tags }),
    ...(card.links && { links: card.links }),
    clearance: card.clearance,
  })
  return { artefactId, shapeId: place(roots, artefactId, card) }
}

function place(roots: Roots, artefactId: string, card: Pick<NewCard, 'kind' | 'parentId' | 'besideShapeId'>) {
  const { size } = kinds[card.kind]
  const beside = card.besideShapeId ? spotBeside(roots.board, card.besideShapeId, size) : null
  const seat = beside ?? seatFor(roots.board, card.parentId, card.kind, size)
  return placeArtefact(roots.board, { artefactId, ...seat })
}

/** A second card with the same content, signed by whoever duplicates. */
export function duplicateCard(session: RoomSession, shapeId: string): PlacedCard | null {
  const found = cardAt(session, shapeId)
  if (!found) return null
  const { artefact, parentId } = found
  const { kind, fields, tags, links, clearance } = artefact
  return createCard(session, { kind, parentId, fields, tags, links, clearance, besideShapeId: shapeId })
}

/** @param worth on both axes where the new parent is a matrix */
export function moveCard(
  session: RoomSession,
  shapeId: string,
  parentId: string,
  worth: AxesPlace | null = null,
): void {
  asOneStep(session, ({ board, artefacts }) => {
    const artefactId = textIn(board.get(shapeId)?.get('p.artefactId'))
    moveToParent(board, shapeId, parentId, artefacts.get(artefactId)?.get('kind'))
    if (worth) setAxesPlace(board, shapeId, worth)
  })
}

/** Moves several cards at once; on a matrix they lie side by side in the middle, to be put where they belong. */
export function moveCards(session: RoomSession, shapeIds: readonly string[], parentId: string): void {
  const onAxes = holdingOf(session.roots.board, parentId)?.by === 'axes'
  asOneStep(session, ({ board, artefacts }) => {
    shapeIds.forEach((shapeId, n) => {
      const artefactId = textIn(board.get(shapeId)?.get('p.artefactId'))
      moveToParent(board, shapeId, parentId, artefacts.get(artefactId)?.get('kind'))
      if (onAxes)
        setAxesPlace(board, shapeId, { x: Math.round((100 * (n + 1)) / (shapeIds.length + 1)), y: 50 })
    })
  })
}

/** Answers false where the card already stands first or last. */
export function reorderCard(session: RoomSession, shapeId: string, by: number): boolean {
  return asOneStep(session, ({ board }) => moveInReadingOrder(board, shapeId, by))
}

export function turnCardInto(session: RoomSession, artefactId: string, kind: ArtefactKind): void {
  asOneStep(session, ({ artefacts }) => turnInto(artefacts, artefactId, kind))
}

/** Takes the card off the board; the answer puts exactly this placement back. */
export function takeOffBoard(session: RoomSession, shapeId: string): () => void {
  const flat = session.roots.board.get(shapeId)
  const record = flat ? unflattenRecord(flat) : null
  asOneStep(session, ({ board }) => removePlacement(board, shapeId))
  return () => {
    if (record && !session.roots.board.has(shapeId)) {
      asOneStep(session, ({ board }) => writeRecord(board, record))
    }
  }
}

/** Takes several cards off the board in one step; answers what puts them back (`putBackRecords`). */
export function takeManyOffBoard(session: RoomSession, shapeIds: readonly string[]): readonly BoardRecord[] {
  const { board } = session.roots
  const records = shapeIds.flatMap((id) => {
    const flat = board.get(id)
    return flat ? [{ ...unflattenRecord(flat), id }] : []
  })
  asOneStep(session, ({ board: now }) => records.forEach(({ id }) => removePlacement(now, id)))
  return records
}

/** Puts what left the board together back where it lay, as far as there is something for it to lie on. */
export function putBackRecords(session: RoomSession, records: readonly BoardRecord[]): void {
  asOneStep(session, ({ board }) => {
    for (const record of withGround(board, records)) if (!board.has(record.id)) writeRecord(board, record)
  })
}

/** Places an artefact that lies on no page. */
export function putBackOnBoard(session: RoomSession, artefact: Artefact, parentId: string): PlacedCard {
  return asOneStep(session, (roots) => ({
    artefactId: artefact.id,
    shapeId: place(roots, artefact.id, { kind: artefact.kind, parentId }),
  }))
}

export function setCardField(session: RoomSession, id: string, field: string, value: FieldValue): void {
  asOneStep(session, ({ artefacts }) => setField(artefacts, id, field, value))
}

export function setCardStatus(session: RoomSession, id: string, status: Status): void {
  asOneStep(session, ({ artefacts }) => setStatus(artefacts, id, status))
}

/** @param clearance null: to be decided */
export function setCardClearance(session: RoomSession, id: string, clearance: Clearance | null): void {
  asOneStep(session, ({ artefacts }) => setClearance(artefacts, id, clearance))
}

export function setCardTag(session: RoomSession, id: string, tag: string, present: boolean): void {
  asOneStep(session, ({ artefacts }) => setTag(artefacts, id, tag, present))
}

/** Replaces a whole text at once, as one change of one stretch. */
export function setCardText(session: RoomSession, id: string, field: string, next: string): void {
  asOneStep(session, ({ artefacts }) => {
    const text = ensureText(artefacts, id, field)
    if (text) replaceText(text, next)
  })
}

/**
 * Letters that were typed before the field of the headline was there; together with what follows it, one step.
 * @param at UTF-16 offset; behind everything where it is not given
 * @returns the offset behind the letters
 */
export function writeOnHeadline(session: RoomSession, id: string, letters: string, at = Infinity): number {
  return changeHeadline(session, id, at, (text, from, maxChars) => typeLetters(text, letters, from, maxChars))
}

/** Takes away the sign before `at`; answers the offset where it was. */
export function deleteOnHeadline(session: RoomSession, id: string, at: number): number {
  return changeHeadline(session, id, at, deleteSign)
}

function changeHeadline(
  session: RoomSession,
  id: string,
  at: number,
  change: (text: Y.Text, at: number, maxChars: number) => number,
): number {
  const kind = session.artefacts.get(id)?.kind
  const spec = kind && fieldsOf(kind)[kinds[kind].headline]
  if (!kind || !spec || !isTextField(spec)) return at
  const offsets: number[] = []
  session.edit(({ artefacts }) => {
    const text = ensureText(artefacts, id, kinds[kind].headline)
    if (text) offsets.push(change(text, Math.min(at, text.length), spec.maxChars))
  })
  return offsets[0] ?? at
}

/**
 * Links every card here with every card there by one sentence, as one step; a card is never linked with itself.
 * @returns how many links were made that were not there before
 */
export function connectCards(
  session: RoomSession,
  here: readonly string[],
  { type, outgoing }: LinkSentence,
  there: readonly string[],
): number {
  const pairs = here.flatMap((one) =>
    there.map((other): [string, string] => (outgoing ? [one, other] : [other, one])),
  )
  const fresh = pairs.filter(
    ([from, to]) =>
      from !== to && !session.artefacts.get(from)?.links.some((link) => link.type === type && link.to === to),
  )
  if (fresh.length > 0)
    asOneStep(session, ({ artefacts }) => {
      for (const [from, to] of fresh) addLink(artefacts, from, { type, to: to as ArtefactId })
    })
  return fresh.length
}

export function unlinkCards(session: RoomSession, from: string, link: Link): void {
  asOneStep(session, ({ artefacts }) => removeLink(artefacts, from, link))
}

/** The first placement of an artefact; null for one that is put aside. */
export function placementOf({ board }: Pick<Roots, 'board'>, artefactId: string): string | null {
  for (const [id, record] of board.entries()) if (record.get('p.artefactId') === artefactId) return id
  return null
}

/** The page the room works on, if it still exists, else the first one. */
export function currentPage(session: RoomSession): string {
  const { board } = session.roots
  const pageId = session.facilitation.getState().state?.place.pageId
  if (pageId && board.has(pageId)) return pageId
  return pagesInOrder(board)[0] ?? 'page:one'
}

/** The page prepared for a phase; else the current one. */
export function pageForPhase(session: RoomSession, phase: Phase): string {
  const current = currentPage(session)
  const { board } = session.roots
  if (board.get(current)?.get('m.phase') === phase) return current
  return pagesInOrder(board).find((id) => board.get(id)?.get('m.phase') === phase) ?? current
}

/** Does something to the document as this person, as one step of undo. */
export function asOneStep<Answer>(session: RoomSession, change: (roots: Roots) => Answer): Answer {
  session.history.checkpoint()
  const answers: Answer[] = []
  session.edit((roots) => void answers.push(change(roots)))
  session.history.checkpoint()
  return answers[0]!
}

function phaseAt(session: RoomSession, { board }: Roots, parentId: string): Phase | null {
  const page = pageOf(board, parentId)
  const phase = page ? board.get(page)?.get('m.phase') : null
  return isPhase(phase) ? phase : (session.facilitation.getState().state?.place.phase ?? null)
}

function cardAt(session: RoomSession, shapeId: string): { artefact: Artefact; parentId: string } | null {
  const record = session.roots.board.get(shapeId)
  const artefact = readArtefact(session.roots.artefacts, textIn(record?.get('p.artefactId')))
  return artefact ? { artefact, parentId: textIn(record?.get('parentId')) } : null
}
