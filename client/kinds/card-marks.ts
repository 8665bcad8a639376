import type { ComponentType } from 'react'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { RunningRound } from './rounds/RunningRound.tsx'

/** What lies on the card of a kind on the board and depends on more than the card, as a time that runs. */
export const cardMarks: Partial<
  Record<ArtefactKind, ComponentType<{ session: RoomSession; artefact: Artefact }>>
> = { crazy8: RunningRound, brainwriting: RunningRound }
