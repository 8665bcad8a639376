import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Milliseconds left on a room's timer, told anew whenever the shown second changes; null while none is set. */
export function useTimeLeftIn(session: RoomSession): number | null {
  const timer = useStore(session.facilitation, ({ state }) => state?.timer ?? null)
  const [left, setLeft] = useState<number | null>(null)

  useEffect(() => {
    if (!timer) return setLeft(null)
    let next: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const ms = remainingMs(timer, session.serverNow())
      setLeft(ms)
      // Wakes right after the shown second changes, so that no screen lags behind another by up to a second.
      if (timer.status === 'running' && ms !== null)
        next = setTimeout(tick, (((ms % 1_000) + 1_000) % 1_000) + 15)
    }
    tick()
    return () => clearTimeout(next)
  }, [timer, session])

  return timer?.status === 'idle' ? null : left
}
