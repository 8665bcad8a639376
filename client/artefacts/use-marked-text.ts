import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { Passage } from './passages.ts'
import { selectedPassage } from './text-selection.ts'

/**
 * What is selected in a region by mouse or finger. It stays while the selection collapses elsewhere (phones drop it
 * when a button is pressed) and goes when somebody clicks into the text.
 */
export function useMarkedText(region: RefObject<HTMLElement | null>) {
  const [passage, setPassage] = useState<Passage | null>(null)

  useEffect(() => {
    const follow = () => {
      const selection = document.getSelection()
      if (!region.current || !selection?.anchorNode || !region.current.contains(selection.anchorNode)) return
      const next = selectedPassage(region.current, selection)
      setPassage((now) => (now?.start === next?.start && now?.end === next?.end ? now : next))
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [region])

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges()
    setPassage(null)
  }, [])
  return { passage, clear }
}
