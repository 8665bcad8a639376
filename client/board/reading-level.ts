import { computed, type Computed, type Editor } from 'tldraw'

/** How much of a card can be read: all of it, its headline in large letters, or that it is there. */
export type ReadingLevel = 'full' | 'title' | 'colour'

/** Card text of 18 px is smaller than 7 px below the first step; a large title below the second. */
const FULL_FROM_ZOOM = 0.38
const TITLE_FROM_ZOOM = 0.14

const levels = new WeakMap<Editor, Computed<ReadingLevel>>()

/** One signal per editor, so that zooming inside a level wakes no card. */
export function readingLevelOf(editor: Editor): ReadingLevel {
  let level = levels.get(editor)
  if (!level) {
    level = computed('reading level', () => levelAt(editor.getZoomLevel()))
    levels.set(editor, level)
  }
  return level.get()
}

export function levelAt(zoom: number): ReadingLevel {
  if (zoom >= FULL_FROM_ZOOM) return 'full'
  return zoom >= TITLE_FROM_ZOOM ? 'title' : 'colour'
}
