import { kinds } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { createCard, pageForPhase, placementOf, type PlacedCard } from '#client/artefacts/card-actions.ts'
import { trimmed, type Passage } from './passages.ts'

export const MAX_QUOTE_CHARS = kinds.quote.fields.wording.maxChars

/**
 * Makes a passage of an interview a quote card: its exact words, its place, and who said it as far as the interview
 * tells (a function, never a name). The quote is derived from the interview; that link and the place say the same,
 * one for the Warum-Spur, the other to the character.
 */
export function quotePassage(session: RoomSession, interview: Artefact, passage: Passage): PlacedCard | null {
  const transcript = String(interview.fields.transcript)
  const { start, end } = trimmed(transcript, passage)
  if (end <= start || end - start > MAX_QUOTE_CHARS) return null
  const pageId = pageForPhase(session, 'preparation')
  const shapeId = placementOf(session.roots, interview.id)
  const onPage = shapeId && session.roots.board.get(shapeId)?.get('parentId') === pageId
  return createCard(session, {
    kind: 'quote',
    parentId: pageId,
    besideShapeId: onPage ? shapeId : null,
    fields: {
      wording: transcript.slice(start, end),
      rendering: 'verbatim',
      pseudonym: String(interview.fields.function ?? '').slice(0, kinds.quote.fields.pseudonym.maxChars),
      source: { interviewId: interview.id, start, end },
    },
    links: [{ type: 'derivedFrom', to: interview.id }],
  })
}
