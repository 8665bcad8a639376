import { useSyncExternalStore } from 'react'

let printing = false

/**
 * Whether the view is being put on paper, where nothing scrolls, folds or answers. It is rendered anew before the browser
 * lays out the pages.
 */
export const usePrinting = (): boolean => useSyncExternalStore(follow, () => printing)

function follow(listener: () => void): () => void {
  const begin = () => {
    printing = true
    listener()
  }
  const end = () => {
    printing = false
    listener()
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
