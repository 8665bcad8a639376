import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isPageLocked } from '#shared/facilitation/page-locks/locked.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { useIsSilent } from '#client/facilitation/silent/silent-round.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import { AsideBanner } from '../aside/AsideBanner.tsx'
import { useAside } from '../aside/use-aside.ts'
import { NoLineBanner } from './NoLineBanner.tsx'
import { RescueBanner } from './RescueBanner.tsx'
import { RehearsalBanner } from './room-parts.ts'
import styles from './RoomBanners.module.css'
import type { Rescue } from './use-room-session.ts'
import { useSteadilyOffline } from './use-steadily-offline.ts'

/** What is the case for the time being: no connection, locked, changes waiting. Only what matters most. */
export function RoomBanners({ rescue }: { rescue: Rescue }) {
  const { workshop } = useRoom()
  const banner = useMostImportantBanner()
  const draft = useAside(rescue)
  return (
    <div className={styles.banners}>
      {workshop.rehearsalOf ? (
        <Suspense fallback={null}>
          <RehearsalBanner of={workshop.rehearsalOf} />
        </Suspense>
      ) : null}
      {banner}
      {draft ? <AsideBanner draft={draft} /> : <RescueBanner {...rescue} />}
    </div>
  )
}

function useMostImportantBanner(): ReactNode {
  const { t } = useTranslation()
  const { session } = useRoom()
  const offline = useSteadilyOffline(session)
  const { held, unreadable, copyKept, blocked } = useStore(session.connection)
  const locked = useFacilitation(({ state }) => state?.lock.status === 'locked')
  const muted = useFacilitation(({ state, mayFacilitate }) => state?.muted.mine === true && !mayFacilitate)
  const role = useFacilitation(({ me }) => me?.role)
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const pageId = useView((view) => view.pageId)
  const isSilent = useIsSilent(pageId)
  const isPageLockedHere = useFacilitation(({ state }) => isPageLocked(state?.pageLocks ?? [], pageId ?? ''))
  const mode = useFacilitation(({ state }) => (state && pageId ? modeOf(state.step, pageId) : 'open'))
  if (offline || blocked) return <NoLineBanner session={session} />
  if (held === 'storage_unavailable') {
    return (
      <Banner tone="attention">{t(copyKept ? 'room.notice.heldStorage' : 'room.notice.heldNoCopy')}</Banner>
    )
  }
  if (held === 'page_closed') return <Banner tone="attention">{t('room.notice.heldPage')}</Banner>
  if (muted) return <Banner tone="info">{t('room.notice.muted')}</Banner>
  if (held === 'room_locked') return <Banner tone="attention">{t('room.notice.heldLocked')}</Banner>
  if (session.archived) return <Banner tone="info">{t('room.notice.archived')}</Banner>
  if (locked)
    return (
      <Banner tone="info">{mayWrite ? t('room.notice.lockedForOthers') : t('room.notice.locked')}</Banner>
    )
  if (isPageLockedHere && mayWrite) return <Banner tone="info">{t('room.notice.pageLockedForOthers')}</Banner>
  // The desk beside it, or the band above, says what can be done now
  const isSaid = isSilent || mode === 'vote' || mode === 'present'
  if (!mayWrite && role && role !== 'observer' && !isSaid)
    return (
      <Banner tone="info">
        {t(mode === 'discuss' ? 'room.notice.pageDiscussed' : 'room.notice.pageClosed')}
      </Banner>
    )
  if (unreadable.size > 0) {
    return <Banner tone="info">{t('room.notice.unreadable', { count: unreadable.size })}</Banner>
  }
  return null
}
