import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { RoomSession } from '#client/session/room-session.ts'

/** A blink of the line is over before a sentence about it is read. */
const SHOWN_AFTER_MS = 2_500

export function useSteadilyOffline(session: Pick<RoomSession, 'connection'>): boolean {
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
