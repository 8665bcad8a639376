import { useCallback, useState } from 'react'

/** Text for a live region. The same sentence twice is said twice. */
export function useAnnouncer(): { said: string; say: (text: string) => void } {
  const [said, setSaid] = useState('')
  const say = useCallback((text: string) => {
    // A screen reader speaks only what differs: a no-break space makes a repetition different and stays silent.
    setSaid((now) => (now === text ? `${text}\u00a0` : text))
  }, [])
  return { said, say }
}
