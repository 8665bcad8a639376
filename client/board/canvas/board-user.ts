import { useMemo, useState, useSyncExternalStore } from 'react'
import { useTldrawUser, type TLUser, type TLUserPreferences } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { RoomSession } from '#client/session/room-session.ts'
import { themeStore } from '#client/ui-state/theme.ts'
import { presenceColour } from '../presence/presence-palette.ts'

const schemes = { auto: 'system', light: 'light', dark: 'dark' } as const

/** This person as tldraw knows them: language and theme follow the product, movement follows the system. */
export function useBoardUser(session: RoomSession): TLUser {
  const { i18n } = useTranslation()
  const { theme } = useStore(themeStore)
  const me = useStore(session.facilitation, (view) => view.me)
  const still = useReducedMotion()
  const [chosen, setUserPreferences] = useState<TLUserPreferences | null>(null)
  const userPreferences = useMemo(
    () => ({
      ...chosen,
      id: 'me',
      name: me?.name ?? null,
      color: presenceColour(me?.colour ?? 0),
      locale: i18n.language,
      colorScheme: schemes[theme],
      animationSpeed: still ? 0 : 1,
    }),
    [chosen, me, i18n.language, theme, still],
  )
  return useTldrawUser({ userPreferences, setUserPreferences })
}

const reducedMotion = '(prefers-reduced-motion: reduce)'

function useReducedMotion(): boolean {
  const subscribe = (wake: () => void) => {
    const query = window.matchMedia(reducedMotion)
    query.addEventListener('change', wake)
    return () => query.removeEventListener('change', wake)
  }
  return useSyncExternalStore(subscribe, () => window.matchMedia(reducedMotion).matches)
}
