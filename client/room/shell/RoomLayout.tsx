import { Suspense, useEffect } from 'react'
import { ReactionStrip } from '#client/facilitation/reactions/ReactionStrip.tsx'
import { PhasesRail } from './PhasesRail.tsx'
import { PhoneTabs } from './PhoneTabs.tsx'
import { PresentSlot } from './PresentSlot.tsx'
import { RoomBanners } from './RoomBanners.tsx'
import { useFacilitation, useView } from '#client/room-context/room-context.ts'
import { RoomDialogs } from './RoomDialogs.tsx'
import { RoomFaceView } from './RoomFaceView.tsx'
import { ModeratorDock, RoomBands } from './room-parts.ts'
import { bringLetters } from '#client/ui/letters.ts'
import { SkipLink } from '#client/ui/SkipLink.tsx'
import { ToastSlot } from '#client/ui/ToastSlot.tsx'
import styles from './RoomLayout.module.css'
import { SilentDesk, SilentFeed } from '../silent/SilentDesk.tsx'
import { useLinkedPlace } from '../search/use-linked-place.ts'
import { SidePanel } from '../panels/SidePanel.tsx'
import { VotingFace } from '../votes/VotingFace.tsx'
import { StepBar } from './StepBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useLowWindow, usePhone } from '#client/room-context/use-phone.ts'
import { usePageHistory } from './use-page-history.ts'
import { useRoomEntrance } from './use-room-entrance.ts'
import type { Rescue } from './use-room-session.ts'
import { useRoomKeys } from '../keys/use-room-keys.ts'

/** The room on one screen. Nothing covers the content: bars take their place from it. */
export function RoomLayout({ rescue }: { rescue: Rescue }) {
  const phone = usePhone()
  const low = useLowWindow()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const panel = useView((view) => view.panel)
  const face = useView((view) => view.face)
  const { content, name } = useRoomEntrance()
  useEffect(bringLetters, [])
  useRoomKeys()
  usePageHistory()
  useLinkedPlace()
  return (
    <div className={styles.room}>
      <SkipLink to="room-content" />
      <TopBar />
      <StepBar />
      <RoomBanners rescue={rescue} />
      <Suspense fallback={null}>
        <RoomBands />
      </Suspense>
      <PresentSlot />
      <div className={styles.body}>
        {phone ? null : <PhasesRail />}
        <main ref={content} id="room-content" className={styles.content} tabIndex={-1} aria-label={name}>
          {phone && face === 'write' ? (
            <VotingFace otherwise={<SilentDesk otherwise={<RoomFaceView />} />} />
          ) : (
            <RoomFaceView />
          )}
        </main>
        <ReactionStrip />
        {phone ? null : <SilentDesk />}
        {phone && face !== 'write' ? <SilentFeed /> : null}
        {panel ? <SidePanel panel={panel} /> : null}
      </div>
      {low ? null : <ToastSlot />}
      {mayFacilitate ? (
        <Suspense fallback={null}>
          <ModeratorDock />
        </Suspense>
      ) : null}
      {phone ? <PhoneTabs /> : null}
      <RoomDialogs />
    </div>
  )
}
