import { useSyncExternalStore } from 'react'

/** Below this the room shows one thing at a time. */
const phone = '(max-width: 760px)'

/** At 400 % zoom, or on a phone lying on its side, the bars alone would fill the window. */
const low = '(max-height: 420px)'

/** Below this the list of pages would take too much from the board. */
const narrow = '(max-width: 1200px)'

/** Below this it would, with a panel at the other side: the sheet could no longer be shown whole. */
const tight = '(max-width: 1540px)'

export const isPhone = () => matchMedia(phone).matches
const isLow = () => matchMedia(low).matches
const isNarrow = () => matchMedia(narrow).matches
const isTight = () => matchMedia(tight).matches

export function usePhone(): boolean {
  return useSyncExternalStore(followPhone, isPhone)
}

export function useLowWindow(): boolean {
  return useSyncExternalStore(followLow, isLow)
}

export function useNarrowWindow(): boolean {
  return useSyncExternalStore(followNarrow, isNarrow)
}

export function useTightWindow(): boolean {
  return useSyncExternalStore(followTight, isTight)
}

const followNarrow = (listener: () => void) => follow(narrow, listener)
const followTight = (listener: () => void) => follow(tight, listener)
const followPhone = (listener: () => void) => follow(phone, listener)
const followLow = (listener: () => void) => follow(low, listener)

function follow(condition: string, listener: () => void): () => void {
  const query = matchMedia(condition)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
