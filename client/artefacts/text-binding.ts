import type * as Y from 'yjs'
import { cutBetweenCharacters, withoutControls } from '#shared/base/visible-text.ts'
import { mapOffset, textChange, type DeltaStep } from '#shared/document/text-change.ts'

/** What the binding needs of a textarea. */
export interface TextSurface {
  value: string
  selectionStart: number | null
  selectionEnd: number | null
  setSelectionRange(start: number, end: number): void
  /** Whether the caret is in here; where it is not, it must not be set, because Safari would move the focus. */
  readonly hasCaret: boolean
}

/** A textarea as the binding sees it. */
export function surfaceOf(element: HTMLTextAreaElement): TextSurface {
  return {
    get value() {
      return element.value
    },
    set value(next) {
      element.value = next
    },
    get selectionStart() {
      return element.selectionStart
    },
    get selectionEnd() {
      return element.selectionEnd
    },
    get hasCaret() {
      return element.ownerDocument.activeElement === element
    },
    setSelectionRange: (start, end) => element.setSelectionRange(start, end),
  }
}

/** Changes the document as this person (`session.edit`). */
type Write = (change: () => void) => void

/**
 * Keeps a text input and a shared text alike. Invariants (cited by the tests):
 * 1. Only the changed stretch is written, so that what others type meanwhile survives.
 * 2. A remote change never moves this person's caret within their own words.
 * 3. Nothing is written beyond the field's length: the server takes back what is too long, and with it the words.
 * 4. Control characters are not written, wherever they were copied from.
 * 5. While an input method composes, the surface is left alone: touching it would break the composition. Remote
 *    changes wait, and the composed text lands where its place has moved to.
 */
export class TextBinding {
  private readonly text: Y.Text
  private readonly surface: TextSurface
  private readonly write: Write
  private readonly maxChars: number
  private composing: { before: string; missed: DeltaStep[][] } | null = null
  private writing = false

  constructor(text: Y.Text, surface: TextSurface, write: Write, maxChars = Number.MAX_SAFE_INTEGER) {
    this.text = text
    this.surface = surface
    this.write = write
    this.maxChars = maxChars
    surface.value = text.toString()
    text.observe(this.onTextChange)
  }

  /** The surface's own content changed: typing, pasting, dictating. */
  onInput(): void {
    if (!this.composing) this.push(this.surface.value)
  }

  onCompositionStart(): void {
    this.composing = { before: this.text.toString(), missed: [] }
  }

  onCompositionEnd(): void {
    const composition = this.composing
    this.composing = null
    if (!composition) return
    const { value, selectionEnd } = this.surface
    const change = textChange(composition.before, value, selectionEnd ?? undefined)
    const through = (offset: number, side: 'before' | 'after') =>
      composition.missed.reduce((at, delta) => mapOffset(at, delta, side), offset)
    if (change) {
      const start = through(change.start, 'before')
      const end = Math.max(start, through(change.start + change.removed, 'after'))
      const inserted = this.commit(start, end - start, change.inserted)
      this.show(start + inserted, start + inserted)
    } else {
      this.show(through(selectionEnd ?? 0, 'after'), through(selectionEnd ?? 0, 'after'))
    }
  }

  destroy(): void {
    if (this.composing) this.onCompositionEnd()
    this.text.unobserve(this.onTextChange)
  }

  private push(value: string): void {
    const change = textChange(this.text.toString(), value, this.surface.selectionEnd ?? undefined)
    if (!change) return
    const inserted = this.commit(change.start, change.removed, change.inserted)
    if (inserted < change.inserted.length) this.show(change.start + inserted, change.start + inserted)
  }

  /** Answers how much of the text had room. A browser's own limit does not hold for dictation and composing. */
  private commit(start: number, removed: number, inserted: string): number {
    const fits = cutBetweenCharacters(withoutControls(inserted), this.maxChars - (this.text.length - removed))
    this.writing = true
    try {
      this.write(() => {
        if (removed > 0) this.text.delete(start, removed)
        if (fits) this.text.insert(start, fits)
      })
    } finally {
      this.writing = false
    }
    return fits.length
  }

  private readonly onTextChange = (event: Y.YTextEvent): void => {
    if (this.writing) return
    if (this.composing) {
      this.composing.missed.push(event.delta)
      return
    }
    const { selectionStart, selectionEnd } = this.surface
    const from = selectionStart ?? 0
    const to = selectionEnd ?? from
    // A plain caret stays before what is inserted exactly there; a selection never grows by others' words.
    const start = mapOffset(from, event.delta, from === to ? 'after' : 'before')
    const end = from === to ? start : mapOffset(to, event.delta, 'after')
    this.show(start, Math.max(start, end))
  }

  private show(start: number, end: number): void {
    const next = this.text.toString()
    if (this.surface.value !== next) this.surface.value = next
    if (this.surface.hasCaret) this.surface.setSelectionRange(start, end)
  }
}
