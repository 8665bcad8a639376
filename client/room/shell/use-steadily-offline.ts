import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useRoom } from '#client/room-context/room-context.ts'

/** A blink of the line is over before a sentence about it is read. */
const SHOWN_AFTER_MS = 2_500

export function useSteadilyOffline(): boolean {
  const { session } = useRoom()
  const offline = useStore(session.connection, ({ status }) => status === 'offline')
  const [steady, setSteady] = useState(false)
  useEffect(() => {
    if (!offline) return
    const timer = setTimeout(() => setSteady(true), SHOWN_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setSteady(false)
    }
  }, [offline])
  return offline && steady
}
