import { createStore } from 'zustand/vanilla'

/** What the mouse wheel does to the board; with Ctrl it does the other. */
type Wheel = 'pan' | 'zoom'

const storageKey = 'werkraum.wheel'

/** This browser's choice. */
export const wheelStore = createStore<{ wheel: Wheel }>()(() => ({ wheel: readWheel() }))

export function chooseWheel(wheel: Wheel): void {
  wheelStore.setState({ wheel })
  try {
    localStorage.setItem(storageKey, wheel)
  } catch {
    // Browsers may forbid storage; then the choice lasts until the tab closes.
  }
}

function readWheel(): Wheel {
  try {
    return localStorage.getItem(storageKey) === 'zoom' ? 'zoom' : 'pan'
  } catch {
    return 'pan'
  }
}
