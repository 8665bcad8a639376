import { useMemo } from 'react'
import type { Artefact } from '#shared/document/artefacts.ts'
import { passageOf, type Transcript } from '#shared/evidence/transcripts.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { Passage } from './passages.ts'

/** A quote, and where it stands in the text that is read; null where that is not certain ("verwaist"). */
export interface PlacedQuote {
  quote: Artefact
  place: Passage | null
}

/** What somebody said word for word; a paraphrase stands nowhere. */
export const wordingOf = ({ fields }: Artefact): string =>
  fields.rendering === 'verbatim' ? String(fields.wording) : ''

/** Quotes of an interview that lie on the board, in the order of their places; last those that have lost theirs. */
export function useInterviewQuotes(
  session: RoomSession,
  interviewId: string,
  states: readonly Transcript[],
  target: Transcript,
): readonly PlacedQuote[] {
  const graph = useEvidenceGraph(session)
  return useMemo(() => {
    const quotes = graph
      .relations(interviewId)
      .filter(
        ({ outgoing, type, id }) =>
          !outgoing && type === 'derivedFrom' && evidenceRole(graph.kindOf(id)) === 'is',
      )
      .flatMap(({ id }) => session.artefacts.get(id) ?? [])
    return quotes
      .flatMap((quote): PlacedQuote[] => {
        const source = sourceOf(quote)
        return source ? [{ quote, place: passageOf(source, states, target, wordingOf(quote)) }] : []
      })
      .sort((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0)
  }, [graph, interviewId, session, states, target])
}
