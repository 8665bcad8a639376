import * as Y from 'yjs'
import { isSource } from '../kinds/field.ts'
import { erasedRevision, isErased } from '../evidence/transcripts.ts'
import { textIn } from './board-record.ts'
import type { Roots } from './roots.ts'

/**
 * What is erased is nowhere in a document afterwards, and has no way back. What refers to it says that it is gone. Call
 * inside a transaction of the server's: what is erased here is settled for everybody else (`correction-rules.ts`).
 */

type Entries = Y.Map<unknown>

/** A place where an image is shown: a field of a card, of an item of a card, or a shape on a board. */
interface ImagePlace {
  assetId: string
  takeAway: () => void
}

/** On how many places each of these images is shown; those shown nowhere are missing. */
export function imageUses(roots: Roots, assetIds: ReadonlySet<string>): Map<string, number> {
  const uses = new Map<string, number>()
  for (const { assetId } of imagePlaces(roots, assetIds)) uses.set(assetId, (uses.get(assetId) ?? 0) + 1)
  return uses
}

/** Takes images off cards and boards; answers from how many places. */
export function eraseImages(roots: Roots, assetIds: ReadonlySet<string>): number {
  const places = imagePlaces(roots, assetIds)
  for (const { takeAway } of places) takeAway()
  for (const { id } of boardAssets(roots.board, assetIds)) roots.board.delete(id)
  return places.length
}

function imagePlaces({ artefacts, board }: Roots, assetIds: ReadonlySet<string>): ImagePlace[] {
  const onCards = [...artefacts.values()].flatMap((artefact) => placesIn(artefact, assetIds))
  const shown = new Map(boardAssets(board, assetIds).map(({ id, assetId }) => [id, assetId]))
  const onBoard = [...board].flatMap(([id, record]): ImagePlace[] => {
    const assetId = shown.get(textIn(record.get('p.assetId')))
    return assetId === undefined ? [] : [{ assetId, takeAway: () => removeShape(board, id) }]
  })
  return [...onCards, ...onBoard]
}

/** Whatever kind the card is now: it may have got its image as another one. */
function placesIn(card: Entries, assetIds: ReadonlySet<string>): ImagePlace[] {
  return [...card].flatMap(([key, value]): ImagePlace[] => {
    if (value instanceof Y.Map) return placesInItems(value as Entries, assetIds)
    if (typeof value !== 'string' || !assetIds.has(value)) return []
    return [{ assetId: value, takeAway: () => void card.set(key, null) }]
  })
}

const placesInItems = (items: Entries, assetIds: ReadonlySet<string>): ImagePlace[] =>
  [...items.values()].flatMap((item) => (item instanceof Y.Map ? placesIn(item as Entries, assetIds) : []))

/** Records by which tldraw knows these images. */
function boardAssets(board: Roots['board'], assetIds: ReadonlySet<string>) {
  return [...board].flatMap(([id, record]) => {
    if (record.get('typeName') !== 'asset') return []
    const assetId = /\/assets\/([^/?#]+)/.exec(textIn(record.get('p.src')))?.[1]
    return assetId !== undefined && assetIds.has(assetId) ? [{ id, assetId }] : []
  })
}

/** With the arrows' hold on it, which would point at nothing. */
function removeShape(board: Roots['board'], id: string): void {
  board.delete(id)
  for (const [other, record] of [...board])
    if (record.get('fromId') === id || record.get('toId') === id) board.delete(other)
}

/**
 * Erases the text of an interview with its corrections and what was stressed in it. Its quotes keep their words and say
 * that the text is gone, also where they lie without it: in a draft, or in a room that has got them late. What was redacted
 * stays: it withholds words of the quotes. What arrives later in a text that was written before is gone as well; one handed
 * in afterwards stays. Answers whether anything was there to erase.
 */
export function eraseTranscript({ artefacts }: Roots, interviewId: string): boolean {
  const hadText = eraseStates(artefacts.get(interviewId))
  const quotes = [...artefacts.values()].flatMap((card) => {
    const source = card.get('f.source')
    const isOfIt = isSource(source) && source.interviewId === interviewId && !isErased(source)
    return isOfIt ? [{ card, source }] : []
  })
  for (const { card, source } of quotes) card.set('f.source', { ...source, revision: erasedRevision })
  return hadText || quotes.length > 0
}

function eraseStates(interview: Entries | undefined): boolean {
  const revisions = interview?.get('f.revisions')
  const corrections = revisions instanceof Y.Map ? (revisions as Entries) : null
  const hadText = textIn(interview?.get('f.transcript')) !== '' || (corrections?.size ?? 0) > 0
  if (!interview || !hadText) return false
  for (const key of ['f.transcript', 'f.strong'])
    if (textIn(interview.get(key)) !== '') interview.set(key, '')
  // Another list, not an emptied one: what somebody adds to the former who does not know yet ends with it
  interview.set('f.revisions', new Y.Map())
  return true
}
