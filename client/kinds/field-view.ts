import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** What a field's own view is told. */
export interface FieldViewProps {
  session: RoomSession
  artefact: Artefact
  field: string
  /** Whether somebody who opened the card wants to write here. */
  autoFocus: boolean
  onOpenArtefact: (artefactId: string) => void
}
