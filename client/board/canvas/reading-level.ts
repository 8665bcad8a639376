import { computed, type Computed, type Editor, type TLShapeId } from 'tldraw'

/** How much of a card can be read: all of it, its headline in large letters, or that it is there. */
export type ReadingLevel = 'full' | 'title' | 'colour'

/** Card text of 18 is smaller than 9 px below the first step, a title of 36 below the second. */
const FULL_FROM_ZOOM = 0.5
const TITLE_FROM_ZOOM = 0.25

export function levelAt(zoom: number): ReadingLevel {
  if (zoom >= FULL_FROM_ZOOM) return 'full'
  return zoom >= TITLE_FROM_ZOOM ? 'title' : 'colour'
}

interface ReadingSignals {
  level: Computed<ReadingLevel>
  editing: Computed<TLShapeId | null>
}

const signals = new WeakMap<Editor, ReadingSignals>()

/**
 * What all cards of an editor look at, computed once for all of them: zooming inside a level, or the pointer moving
 * from shape to shape, wakes no card.
 */
export function readingSignalsOf(editor: Editor): ReadingSignals {
  const known = signals.get(editor)
  if (known) return known
  const made = {
    level: computed('reading level', () => levelAt(editor.getZoomLevel())),
    editing: computed('editing card', () => editor.getEditingShapeId()),
  }
  signals.set(editor, made)
  return made
}
