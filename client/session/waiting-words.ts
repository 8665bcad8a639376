import type * as Y from 'yjs'
import type { ArtefactId } from '#shared/base/ids.ts'
import { readArtefact, replaceText, textOf } from '#shared/document/artefacts.ts'
import { draftCardsOf, removeDraftCard, writeDraftCard } from '#shared/document/draft-cards.ts'
import type { Roots } from '#shared/document/roots.ts'
import { insidePair } from '#shared/document/text-change.ts'
import { fieldsOf, isTextField, kinds, plainKind, type ArtefactKind } from '#shared/kinds/index.ts'
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
  // What this device has told its writer's others already: what they make of it is not written over
  const told = new Map<string, string>()
  const tell = () => {
    const words = session.unsent().filter(({ id, texts }) => told.get(id) !== texts.join('\n'))
    putAside(draft, words, { ...place, waits: true })
    if (draft.state.getState().status !== 'online') return
    for (const { id, texts } of words) told.set(id, texts.join('\n'))
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
  const stops = [session.connection.subscribe(soon), draft.cards.subscribe(soon)]
  soon()
  return () => {
    session.doc.off('update', onUpdate)
    for (const stop of stops) stop()
    if (timer !== null) clearTimeout(timer)
  }
}

/**
 * Writes words into a draft, once however often they come. `waits`: they may still be sent from where they are.
 * What is longer than a card becomes several.
 */
export function putAside(
  draft: DraftSession,
  words: readonly RescuedCard[],
  { pageId, phase, waits }: AsidePlace & { waits: boolean },
): void {
  const parts = words.flatMap(partsOf)
  const changed = parts.filter(({ id, text }) => wordsIn(draft.roots, id) !== text)
  if (changed.length === 0) return
  draft.edit((roots) => {
    for (const { id, of, kind, text } of changed) {
      const known = headlineIn(roots, id)
      if (known) replaceText(known, text)
      else
        writeDraftCard(roots, {
          ...{ id, kind, phase, pageId, fieldId: null, createdAt: Date.now() },
          waits: waits ? of : null,
          fields: { [kinds[kind].headline]: text },
        })
    }
  })
}

interface Part {
  id: ArtefactId
  /** Card or comment that it is of. */
  of: string
  kind: ArtefactKind
  text: string
}

function partsOf({ id, kind: own, texts }: RescuedCard): Part[] {
  const words = texts.join('\n')
  const kind = words.length <= roomIn(own) ? own : plainKind
  const parts: Part[] = []
  for (let at = 0; at < words.length;) {
    const full = at + roomIn(kind)
    const end = insidePair(words, full) ? full - 1 : full
    parts.push({ id: idOfPart(id, parts.length), of: id, kind, text: words.slice(at, end) })
    at = end
  }
  return parts
}

/** The same for the same part, on whichever device. */
function idOfPart(id: string, part: number): ArtefactId {
  const last = (parseInt(id.slice(-2), 16) + part) % 256
  return `${id.slice(0, -2)}${last.toString(16).padStart(2, '0')}` as ArtefactId
}

function roomIn(kind: ArtefactKind): number {
  const spec = fieldsOf(kind)[kinds[kind].headline]
  return spec && isTextField(spec) ? spec.maxChars : 0
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
