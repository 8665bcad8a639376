import { useEffect } from 'react'

/** Keeps the display from going dark while nobody touches anything; where browsers allow it. */
export function useWakeLock(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null
    let isHere = true
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        held = await navigator.wakeLock.request('screen')
        if (!isHere) await held.release()
      } catch {
        // On battery, or not encrypted: then the display does what its settings say.
      }
    }
    const again = () => void hold()
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [])
}
