import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcements.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { useCommentNews } from '../comments/use-comment-news.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import { useLostPage } from './use-lost-page.ts'
import { useRemovalNews } from './use-removal-news.ts'
import { useRestoreNews } from './use-restore-news.ts'
import { useSteadilyOffline } from './use-steadily-offline.ts'
import { useTimerWords } from './use-timer-words.ts'

/** Says what changes for everybody to people who do not see it, and sounds the end of the time if wanted. */
export function RoomAnnouncer() {
  useTimerWords()
  useLockWords()
  useCommentNews()
  useRemovalNews()
  useLostPage()
  useRestoreNews()
  useOwnSigns()
  useHandsOfOthers()
  useConnectionWords()
  useHistoryWords()
  return null
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

/** One's own hand and "fertig": the button changes its word, which nobody hears who has just pressed it. */
function useOwnSigns() {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.facilitation.subscribe(({ state, me }, { state: before }) => {
        if (!state || !before || !me) return
        const isUp = ({ hands }: SeenState) => hands.some(({ memberId }) => memberId === me.memberId)
        if (isUp(state) !== isUp(before))
          announce(t(isUp(state) ? 'room.said.ownHandUp' : 'room.said.ownHandDown'))
        if (state.finished.mine !== before.finished.mine)
          announce(t(state.finished.mine ? 'room.said.finished' : 'room.said.unfinished'))
      }),
    [session, t],
  )
}

/** Whoever moderates hears who wants to speak. */
function useHandsOfOthers() {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.facilitation.subscribe(({ state, me, mayFacilitate }, { state: before }) => {
        if (!state || !before || !mayFacilitate) return
        const known = new Set(before.hands.map(({ memberId }) => memberId))
        for (const { memberId } of state.hands) {
          if (known.has(memberId) || memberId === me?.memberId) continue
          const name = session.presence.peers.getState().find((peer) => peer.memberId === memberId)?.name
          if (name) announce(t('room.said.handUp', { name }))
        }
      }),
    [session, t],
  )
}

/** Only what lasts: a connection that is back at once is not worth a word. */
function useConnectionWords() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const offline = useSteadilyOffline(session)
  const said = useRef(false)
  useEffect(() => {
    if (offline) announce(t('room.said.offline'))
    else if (said.current) announce(t('room.said.online'))
    said.current = offline
  }, [offline, t])
}

function useHistoryWords() {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.history.state.subscribe(({ travelled }, before) => {
        if (travelled && travelled !== before.travelled) announce(t(`room.said.${travelled.type}`))
      }),
    [session, t],
  )
}
