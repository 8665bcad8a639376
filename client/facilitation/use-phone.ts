import { useSyncExternalStore } from 'react'

/** Below this the room shows one thing at a time. */
const phone = '(max-width: 760px)'

export function isPhone(): boolean {
  return matchMedia(phone).matches
}

export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
