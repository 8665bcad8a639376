import { BreakoutEnds } from '#client/facilitation/call/BreakoutEnds.tsx'
import { CallBand } from '#client/facilitation/call/CallBand.tsx'
import { LobbyBand } from '#client/facilitation/lobby/LobbyBand.tsx'
import { BringAlongNotice } from '#client/facilitation/place/BringAlongNotice.tsx'
import { VoteBand } from '../votes/VoteBand.tsx'
import { RoomAnnouncer } from './RoomAnnouncer.tsx'

/** What concerns everybody in the room for the time being, between its bars and its content, and what is said of it. */
export function RoomBands() {
  return (
    <>
      <BringAlongNotice />
      <LobbyBand />
      <BreakoutEnds />
      <CallBand />
      <VoteBand />
      <RoomAnnouncer />
    </>
  )
}
