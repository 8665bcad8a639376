import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcements.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import { clockFace } from '#client/room-context/clock-face.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommentNews } from '../comments/use-comment-news.ts'
import { playGong } from '#client/facilitation/timer/timer-sound.ts'

const MINUTE_MS = 60_000

/** Says what changes for everybody to people who do not see it, and sounds the end of the time if wanted. */
export function RoomAnnouncer() {
  useTimerWords()
  useLockWords()
  useCommentNews()
  return null
}

function useTimerWords() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const timer = useFacilitation(({ state }) => state?.timer ?? null)
  useEffect(() => {
    if (timer?.status !== 'running') return
    const left = remainingMs(timer, session.serverNow()) ?? 0
    const fresh = timer.plannedMs - left < 3_000
    if (fresh) announce(t('room.timer.started', { time: clockFace(left) }))
    const stops = [
      later(left - MINUTE_MS, () => announce(t('room.timer.oneMinuteLeft'))),
      later(left, () => {
        announce(t('room.timer.isOver'))
        playGong()
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [timer, session, t])
}

/** Runs once after the delay; not at all if that moment has already passed. */
function later(delayMs: number, run: () => void): () => void {
  if (delayMs <= 0) return () => undefined
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}

function useLockWords() {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.facilitation.subscribe(({ state }, before) => {
        if (!state || !before.state || state.lock.status === before.state.lock.status) return
        announce(state.lock.status === 'locked' ? t('room.notice.lockedNow') : t('room.notice.unlockedNow'))
      }),
    [session, t],
  )
}
