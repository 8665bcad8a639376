import { useCallback, useEffect, useState, type RefObject } from 'react'
import { wholeWords, type Passage } from './passages.ts'
import { selectPassage, selectedPassage } from './text-selection.ts'

/**
 * What is selected in a region by mouse or finger. It stays while the selection collapses elsewhere (phones drop it
 * when a button is pressed) and goes when somebody clicks into the text.
 *
 * A hand means words and seldom hits their ends, so that cut words are taken whole. Whoever holds the shift key or
 * uses the keyboard means every letter.
 */
export function useMarkedText(region: RefObject<HTMLElement | null>, text: string) {
  const [passage, setPassage] = useState<Passage | null>(null)

  useEffect(() => {
    let exact = false
    const note = ({ shiftKey, type }: KeyboardEvent | PointerEvent) => {
      exact = shiftKey || type === 'keydown'
    }
    const follow = () => {
      const selection = document.getSelection()
      if (!region.current || !selection?.anchorNode || !region.current.contains(selection.anchorNode)) return
      const selected = selectedPassage(region.current, selection)
      const next = selected && !exact ? wholeWords(text, selected) : selected
      setPassage((now) => (now?.start === next?.start && now?.end === next?.end ? now : next))
    }
    // What is taken and what looks selected become one when the mouse lets go; fingers have handles, which would jump.
    const show = ({ pointerType }: PointerEvent) => {
      if (exact || pointerType !== 'mouse' || !region.current) return
      const selected = selectedPassage(region.current, document.getSelection())
      if (selected) selectPassage(region.current, wholeWords(text, selected))
    }
    document.addEventListener('keydown', note, true)
    document.addEventListener('pointerdown', note, true)
    document.addEventListener('pointerup', show)
    document.addEventListener('selectionchange', follow)
    return () => {
      document.removeEventListener('keydown', note, true)
      document.removeEventListener('pointerdown', note, true)
      document.removeEventListener('pointerup', show)
      document.removeEventListener('selectionchange', follow)
    }
  }, [region, text])

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges()
    setPassage(null)
  }, [])
  return { passage, clear }
}
