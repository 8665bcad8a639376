import { createStore } from 'zustand/vanilla'

export const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const storageKey = 'werkraum.theme'

function isTheme(text: unknown): text is Theme {
  return themes.includes(text as Theme)
}

/** The chosen appearance of this browser; `auto` follows the system and leaves <html> unmarked. */
export const themeStore = createStore<{ theme: Theme }>()(() => ({ theme: readTheme() }))

export function chooseTheme(theme: Theme) {
  themeStore.setState({ theme })
  showTheme(theme)
  keepTheme(theme)
}

/** Before the first paint, so that nobody sees the wrong one flash by. */
export function showTheme(theme = themeStore.getState().theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Browsers may forbid storage; then the choice lasts until the tab closes. */
function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return isTheme(stored) ? stored : 'auto'
  } catch {
    return 'auto'
  }
}

function keepTheme(theme: Theme): boolean {
  try {
    localStorage.setItem(storageKey, theme)
    return true
  } catch {
    return false
  }
}
