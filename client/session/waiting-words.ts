import type * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { readArtefact, replaceText, textOf } from '#shared/document/artefacts.ts'
import { draftCardsOf, removeDraftCard, writeDraftCard } from '#shared/document/draft-cards.ts'
import type { Roots } from '#shared/document/roots.ts'
import { wordsAsCards } from '#shared/document/words-as-cards.ts'
import { kinds, type ArtefactKind } from '#shared/kinds/index.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import type { DraftSession } from './draft-session.ts'
import type { OpenRoom } from './open-room.ts'
import { COMMENT, rescueTexts, type RescuedCard } from './own-changes.ts'
import type { ConnectionState } from './room-session.ts'

/** Where words are put aside that say nothing of it themselves. */
interface AsidePlace {
  pageId: string
  phase: Phase
}

/** A sentence may be typed in one go before it is written down once more. */
const MIRROR_AFTER_MS = 400

/** Whether changes wait for something that may take its time: a lock, a step, the moderation. */
export const isShutOut = ({ held }: Pick<ConnectionState, 'held'>): boolean =>
  held !== null && held !== 'storage_unavailable'

/**
 * While the server does not take what this person wrote, its words lie in their own draft as well, on the server and on
 * their other devices; what has arrived after all is taken out again. Returns how to stop.
 */
export function mirrorWaiting(session: OpenRoom, draft: DraftSession, place: AsidePlace): () => void {
  const told: Told = new Map()
  // Before the draft has come nobody knows what its writer's other devices made of it
  const tell = () => {
    if (draft.state.getState().status === 'online')
      putAside(draft, session.unsent(), { ...place, waits: true }, told)
  }
  const mirror = () => {
    const state = session.connection.getState()
    if (isShutOut(state)) tell()
    else if (state.status === 'online' && state.synced && !state.unsaved) clearArrived(session.roots, draft)
  }
  let timer: ReturnType<typeof setTimeout> | null = null
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null
      mirror()
    }, MIRROR_AFTER_MS)
  }
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, change: Y.Transaction) => {
    if (change.local) soon()
  }
  session.doc.on('update', onUpdate)
  const stops = [session.connection.subscribe(soon), draft.cards.subscribe(soon), draft.state.subscribe(soon)]
  soon()
  return () => {
    session.doc.off('update', onUpdate)
    for (const stop of stops) stop()
    if (timer !== null) clearTimeout(timer)
  }
}

/** Words that this device has written into a draft already, and the card that they lie in. */
interface ToldPart {
  id: ArtefactId
  text: string
}

/** By part. */
export type Told = Map<string, ToldPart>

/**
 * Writes words into a draft, once however often they come. `waits`: they may still be sent from where they are.
 * What is longer than a card becomes several. Only what this device wrote itself, and nobody changed since, is written
 * over: where another device of theirs has other words for the same card, both stay.
 */
export function putAside(
  draft: DraftSession,
  words: readonly RescuedCard[],
  { waits, ...place }: AsidePlace & { waits: boolean },
  told: Told = new Map(),
): void {
  const parts = words.flatMap(partsOf).filter(({ id, text }) => told.get(id)?.text !== text)
  if (parts.length === 0) return
  draft.edit((roots) => {
    for (const part of parts) {
      const before = told.get(part.id) ?? null
      const id = cardWith(roots, part, before) ?? writePart(roots, part, { ...place, waits })
      told.set(part.id, { id, text: part.text })
    }
  })
}

/** The card that says the words of a part, now or already; null where they need one of their own. */
function cardWith(roots: Roots, { id, text }: Part, before: ToldPart | null) {
  const at = before?.id ?? id
  const there = wordsIn(roots, at)
  if (there === text) return at
  const cards = draftCardsOf(roots).map(({ artefact }) => artefact.id)
  if (there !== null && there === before?.text && cards.includes(at)) {
    replaceText(headlineIn(roots, at)!, text)
    return at
  }
  return there === null ? null : (cards.find((one) => wordsIn(roots, one) === text) ?? null)
}

function writePart(
  roots: Roots,
  { id, of, kind, text }: Part,
  { waits, ...place }: AsidePlace & { waits: boolean },
): ArtefactId {
  const own = wordsIn(roots, id) === null ? id : newId<ArtefactId>()
  writeDraftCard(roots, {
    ...{ id: own, kind, ...place, fieldId: null, createdAt: Date.now() },
    waits: waits ? of : null,
    fields: { [kinds[kind].headline]: text },
  })
  return own
}

interface Part {
  id: ArtefactId
  /** Card or comment that it is of. */
  of: string
  kind: ArtefactKind
  text: string
}

const partsOf = ({ id, kind, texts }: RescuedCard): Part[] =>
  wordsAsCards(kind, texts.join('\n')).map((part, n) => ({ id: idOfPart(id, n), of: id, ...part }))

/** The same for the same part, on whichever device. */
function idOfPart(id: string, part: number): ArtefactId {
  const last = (parseInt(id.slice(-2), 16) + part) % 256
  return `${id.slice(0, -2)}${last.toString(16).padStart(2, '0')}` as ArtefactId
}

function headlineIn({ artefacts }: Roots, id: string): Y.Text | null {
  const artefact = readArtefact(artefacts, id)
  return artefact && textOf(artefacts, id, kinds[artefact.kind].headline)
}

const wordsIn = (roots: Roots, id: string): string | null => headlineIn(roots, id)?.toString() ?? null

/** What stands in the room by now waits no longer. */
function clearArrived(room: Roots, draft: DraftSession): void {
  const arrived = draftCardsOf(draft.roots).filter(({ waits, artefact }) => {
    if (waits === null) return false
    const [there] = rescueTexts(room, [waits, COMMENT + waits])
    return there?.texts.join('\n').includes(wordsIn(draft.roots, artefact.id) ?? '') === true
  })
  if (arrived.length > 0)
    draft.edit((roots) => arrived.forEach(({ shapeId }) => removeDraftCard(roots, shapeId)))
}
