import { useLayoutEffect } from 'react'

/** Closing a panel brings the focus back to where it was opened, unless it has gone elsewhere meanwhile. */
export function useFocusGivenBack() {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // After the panel is gone: a focus that was in it has fallen back to the page.
      queueMicrotask(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [])
}
