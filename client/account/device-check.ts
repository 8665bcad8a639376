import { useEffect, useState } from 'react'

/** What this browser can do for a room. Storage may be closed in private windows; live connections are a must. */
type DeviceState = 'ready' | 'noSocket' | 'noStorage'

const probeName = 'werkraum.probe'

async function checkDevice(): Promise<DeviceState> {
  if (typeof WebSocket === 'undefined') return 'noSocket'
  return (await canStore()) ? 'ready' : 'noStorage'
}

/** Opening is the only honest test: some browsers offer the interface and refuse its use. */
function canStore(): Promise<boolean> {
  return new Promise((answer) => {
    try {
      const request = indexedDB.open(probeName)
      request.onerror = () => answer(false)
      request.onblocked = () => answer(false)
      request.onsuccess = () => {
        request.result.close()
        indexedDB.deleteDatabase(probeName)
        answer(true)
      }
    } catch {
      answer(false)
    }
  })
}

/** Checked quietly, while people type their name. */
export function useDeviceState(): DeviceState | null {
  const [state, setState] = useState<DeviceState | null>(null)
  useEffect(() => {
    let here = true
    void checkDevice().then((found) => here && setState(found))
    return () => void (here = false)
  }, [])
  return state
}
