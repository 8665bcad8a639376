import { createStore } from 'zustand/vanilla'

const storageKey = 'werkraum.reactions'

/** Whether this person wants to see what others signal; only this browser knows. */
export const reactionsStore = createStore<{ shown: boolean }>()(() => ({ shown: readChoice() }))

export function showReactions(shown: boolean): void {
  reactionsStore.setState({ shown })
  try {
    localStorage.setItem(storageKey, shown ? 'shown' : 'hidden')
  } catch {
    // Browsers may forbid storage; then the choice lasts until the tab closes.
  }
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'hidden'
  } catch {
    return true
  }
}
