import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { playGong } from '#client/facilitation/timer/timer-sound.ts'
import { clockFace } from '#client/app/clock-face.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { announce } from '#client/ui/announcements.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'

const MINUTE_MS = 60_000
/** Time enough to come to an end; said once more a minute before it, and at the end. */
const FIRST_WORD_MINUTES = 5

/** Says how the time goes to people who do not see it, and sounds its end if wanted. */
export function useTimerWords(): void {
  useWordsOnTheWay()
  useTimerChanges()
}

function useWordsOnTheWay() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const timer = useFacilitation(({ state }) => state?.timer ?? null)
  useEffect(() => {
    if (timer?.status !== 'running') return
    const left = remainingMs(timer, session.serverNow()) ?? 0
    const fresh = timer.plannedMs - left < 3_000
    if (fresh) announce(t('room.timer.started', { time: clockFace(left) }))
    const stops = [
      later(left - FIRST_WORD_MINUTES * MINUTE_MS, () =>
        announce(t('room.timer.minutesLeft', { minutes: FIRST_WORD_MINUTES })),
      ),
      later(left - MINUTE_MS, () => announce(t('room.timer.oneMinuteLeft'))),
      later(left, () => {
        announce(t('room.timer.isOver'))
        playGong()
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [timer, session, t])
}

/** Pausing, going on, more time and the end: who does not see the clock would go by the first announcement. */
function useTimerChanges() {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.facilitation.subscribe(({ state }, { state: before }) => {
        if (!state || !before || state.timer === before.timer) return
        const left = remainingMs(state.timer, session.serverNow()) ?? 0
        const word = timerWord(before.timer, state.timer)
        if (word) announce(t(`room.said.${word}`, { time: clockFace(left) }))
      }),
    [session, t],
  )
}

function timerWord(before: Timer, now: Timer) {
  if (now.status === 'idle') return before.status === 'idle' ? null : 'timerEnded'
  if (before.status === 'idle') return null
  if (now.status !== before.status) return now.status === 'paused' ? 'timerPaused' : 'timerResumed'
  return now.plannedMs > before.plannedMs ? 'timerExtended' : null
}

/** Runs once after the delay; not at all if that moment has already passed. */
function later(delayMs: number, run: () => void): () => void {
  if (delayMs <= 0) return () => undefined
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
