import { textIn } from '#shared/document/board-record.ts'
import { kinds, plainKind } from '#shared/kinds/index.ts'
import {
  createUnplaced,
  deleteOnHeadline,
  placementOf,
  writeOnHeadline,
} from '#client/artefacts/card-actions.ts'
import type { Room } from '#client/room-context/room-context.ts'
import { followRemovals } from '#client/session/removals.ts'

/** A text that somebody else took off the board while this person wrote in it. */
export interface TakenText {
  /**
   * True when the key belongs to the text: it would begin a new card, or be a command. A key that writes nothing is
   * whoever's it is, and ends that.
   */
  press(event: KeyboardEvent): boolean
  dispose(): void
}

/** Whose headline goes on, and where in it the person was: a UTF-16 offset. */
interface Place {
  artefactId: string
  at: number
}

/**
 * Somebody else takes a card off the board while this person writes on it, on the board or in the list: the card is put
 * aside, not gone, so writing goes on in its panel, where the caret was, and the rest of the sentence stays with its
 * beginning. What was written into something that is no card, a text or the name of a frame, goes on as a note that is put
 * aside. In the moment between the two the room's keys belong to the text.
 *
 * @param tell says what happened, of a card or of something else
 */
export function followTakenText({ session, view }: Room, tell: (what: 'card' | 'words') => void): TakenText {
  let taken: Place | null = null
  const letGo = () => void (taken = null)
  const goOn = (place: Place, what: 'card' | 'words') => {
    taken = place
    view.setState({ panel: { type: 'card', artefactId: place.artefactId, isJustMade: true } })
    tell(what)
  }
  const stop = followRemovals(session.roots, (records, byOther) => {
    // The element is there until React and the canvas have heard of it, too
    const field = writingOnFace()
    if (!byOther || !field) return
    const [written] = session.presence.own.getState().e ?? []
    const card = records.find(
      ({ props }) => textIn((props as { artefactId?: unknown })?.artefactId) === written,
    )
    if (card && field instanceof HTMLTextAreaElement) {
      const place = { artefactId: written!, at: field.selectionEnd }
      // After the change: others may have brought it back in the same one
      queueMicrotask(() => {
        if (session.artefacts.get(place.artefactId) && !placementOf(session.roots, place.artefactId))
          goOn(place, 'card')
      })
    } else if (records.some(({ id, type }) => type !== 'card' && id === shapeAround(field))) {
      const words = wordsOf(field)
      queueMicrotask(() => {
        const [artefactId] = createUnplaced(session, plainKind, [{ [kinds[plainKind].headline]: words }])
        if (artefactId) goOn({ artefactId, at: words.length }, 'words')
      })
    }
  })
  const onFocus = ({ target }: FocusEvent) => {
    if (!taken || !(target instanceof HTMLTextAreaElement)) return
    const { at } = taken
    letGo()
    // The field takes up its text after it has the cursor
    queueMicrotask(() => target.setSelectionRange(at, at))
  }
  window.addEventListener('focusin', onFocus, true)
  window.addEventListener('pointerdown', letGo, true)
  return {
    press(event) {
      if (!taken || event.ctrlKey || event.metaKey || event.altKey || COMBINED.has(event.key)) return false
      const at = offsetAfter(session, taken, event.key)
      if (at === null) letGo()
      else taken.at = at
      return at !== null
    },
    dispose() {
      stop()
      letGo()
      window.removeEventListener('focusin', onFocus, true)
      window.removeEventListener('pointerdown', letGo, true)
    },
  }
}

/** Writes what a key writes; null where that is nothing. */
function offsetAfter(session: Room['session'], { artefactId, at }: Place, key: string): number | null {
  if (key === 'Backspace') return deleteOnHeadline(session, artefactId, at)
  return [...key].length === 1 ? writeOnHeadline(session, artefactId, key, at) : null
}

/** Keys that make another letter of the one that comes after them. */
const COMBINED = new Set(['Shift', 'CapsLock', 'AltGraph', 'Dead', 'Compose'])

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLElement

/** The text on the board or in the list that has the cursor; what stands in a panel stays where it is. */
function writingOnFace(): Field | null {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || !field.closest('main')) return null
  return field.matches('textarea, input') || field.isContentEditable ? field : null
}

const shapeAround = (field: Field) => field.closest('[data-shape-id]')?.getAttribute('data-shape-id')

/** With the space that somebody has just typed. */
const wordsOf = (field: Field) =>
  ('value' in field ? String(field.value) : field.innerText).replaceAll('\u00a0', ' ').replace(/\n+$/, '')
