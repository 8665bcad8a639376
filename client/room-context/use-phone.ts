import { useSyncExternalStore } from 'react'

/** Below this the room shows one thing at a time. */
const phone = '(max-width: 760px)'

/** At 400 % zoom, or on a phone lying on its side, the bars alone would fill the window. */
const low = '(max-height: 420px)'

export const isPhone = () => matchMedia(phone).matches
const isLow = () => matchMedia(low).matches

export function usePhone(): boolean {
  return useSyncExternalStore(followPhone, isPhone)
}

export function useLowWindow(): boolean {
  return useSyncExternalStore(followLow, isLow)
}

const followPhone = (listener: () => void) => follow(phone, listener)
const followLow = (listener: () => void) => follow(low, listener)

function follow(condition: string, listener: () => void): () => void {
  const query = matchMedia(condition)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
