import { withoutControls } from '#shared/base/visible-text.ts'
import { insidePair } from '#shared/document/text-change.ts'

/** What a field could not take of what somebody pasted into it. */
export interface CutPaste {
  /** Characters that the field takes. */
  max: number
  /** How the missing part begins; null for a password, which nobody else shall read. */
  from: string | null
}

/** Letters by which somebody finds the place again. */
const SHOWN_CHARS = 40

/**
 * Calls when a paste is cut off: browsers do that without a word, in every field with a limit. Returns how to stop.
 */
export function followCutPastes(root: Document, tell: (cut: CutPaste) => void): () => void {
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return
    const { value, maxLength, selectionStart, selectionEnd, readOnly, disabled } = target
    if (maxLength < 0 || readOnly || disabled) return
    const words = withoutControls(clipboardData?.getData('text/plain') ?? '')
    const room = maxLength - value.length + (selectionEnd ?? 0) - (selectionStart ?? 0)
    if (words.length <= room) return
    const at = insidePair(words, room) ? room - 1 : room
    const from = words.slice(Math.max(0, at)).replace(/\s+/g, ' ').trim().slice(0, SHOWN_CHARS)
    if (from) tell({ max: maxLength, from: isPassword(target) ? null : from })
  }
  root.addEventListener('paste', onPaste, { capture: true })
  return () => root.removeEventListener('paste', onPaste, { capture: true })
}

/** Also while somebody looks at it. */
const isPassword = (field: HTMLElement) => field.matches('[type=password], [autocomplete$="-password"]')
