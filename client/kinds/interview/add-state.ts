import { ensureItems, type Artefact } from '#shared/document/artefacts.ts'
import { addItem } from '#shared/document/items.ts'
import { interview as spec } from '#shared/kinds/interview/spec.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { transcriptFields } from './reading-in/new-cards.ts'
import { stressedText } from './reading-in/stressed-text.ts'

/**
 * Puts a text beside the former ones of an interview, which counts from now on; false where there are as many as may be. A
 * protocol that was missing comes this way, too: its interview's text may have been erased, and places in that one lead nowhere.
 * @param text with the marks of what is stressed
 */
export function addState(session: RoomSession, interview: Artefact, text: string): boolean {
  const by = session.facilitation.getState().me?.name ?? ''
  return asOneStep(session, ({ artefacts }) => {
    const revisions = ensureItems(artefacts, interview.id, 'revisions')
    const fields = { ...transcriptFields(stressedText(text)), by }
    return revisions !== null && addItem(revisions, spec.fields.revisions, { fields }) !== null
  })
}
