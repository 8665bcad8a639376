import { ensureItems, type Artefact } from '#shared/document/artefacts.ts'
import { addItem } from '#shared/document/items.ts'
import type { Roots } from '#shared/document/roots.ts'
import { interview as spec } from '#shared/kinds/interview/spec.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { transcriptFields } from './reading-in/new-cards.ts'
import { stressedText } from './reading-in/stressed-text.ts'

/** A text of an interview with what is stressed in it, and who brought it. */
export type NewState = ReturnType<typeof transcriptFields> & { by: string }

/**
 * Puts a text beside the former ones of an interview, which counts from now on. Inside a transaction of the caller's.
 * @returns its id; null where there are as many as may be
 */
export function writeState(artefacts: Roots['artefacts'], id: string, state: NewState): string | null {
  const revisions = ensureItems(artefacts, id, 'revisions')
  return revisions && addItem(revisions, spec.fields.revisions, { fields: state })
}

/** Whoever this is, as it stands beside a text. */
export const writerIn = (session: RoomSession): string => session.facilitation.getState().me?.name ?? ''

/**
 * Adds a correction; false where there are as many as may be.
 * @param text with the marks of what is stressed
 */
export function addState(session: RoomSession, interview: Artefact, text: string): boolean {
  const state = { ...transcriptFields(stressedText(text)), by: writerIn(session) }
  return asOneStep(session, ({ artefacts }) => writeState(artefacts, interview.id, state) !== null)
}
