import { createStore } from 'zustand/vanilla'

const storageKey = 'werkraum.single-keys'

/**
 * Whether a letter, digit or sign pressed alone on the board or in the list does something: a command, or the first of
 * a new card. Somebody who speaks to the computer, or hits keys by chance, switches it off (WCAG 2.1.4).
 */
export const singleKeysStore = createStore<{ on: boolean }>()(() => ({ on: readChoice() }))

export function chooseSingleKeys(on: boolean): void {
  singleKeysStore.setState({ on })
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Browsers may forbid storage; then the choice lasts until the tab closes.
  }
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}
