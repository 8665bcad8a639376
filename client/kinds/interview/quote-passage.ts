import { folded } from '#shared/base/folded-text.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import { kinds } from '#shared/kinds/index.ts'
import { currentTranscript } from '#shared/evidence/transcripts.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { createCard, pageForPhase, placementOf, type PlacedCard } from '#client/artefacts/card-actions.ts'
import { quotedIn, renderingOf, type Rendering } from './proposals.ts'
import { trimmed, type Passage } from './passages.ts'

export const MAX_QUOTE_CHARS = kinds.quote.fields.wording.maxChars

interface QuoteFacts {
  /** What it is about, as many as somebody names. */
  topics?: readonly string[]
  /** How it was said; without it what the text itself tells. */
  rendering?: Rendering
}

/**
 * Makes a passage of an interview a quote card: its exact words, its place in the text as it now is, and who said it as far
 * as the interview tells (a function, never a name). The quote is derived from the interview; that link and the place say
 * the same, one for the Warum-Spur, the other to the character.
 */
export function quotePassage(
  session: RoomSession,
  interview: Artefact,
  passage: Passage,
  { topics = [], rendering }: QuoteFacts = {},
): PlacedCard | null {
  const { text, revision } = currentTranscript(interview.fields)
  const { start, end } = trimmed(text, passage)
  if (end <= start || end - start > MAX_QUOTE_CHARS) return null
  const pageId = pageForPhase(session, 'preparation')
  const shapeId = placementOf(session.roots, interview.id)
  const onPage = shapeId && session.roots.board.get(shapeId)?.get('parentId') === pageId
  return createCard(session, {
    kind: 'quote',
    parentId: pageId,
    besideShapeId: onPage ? shapeId : null,
    fields: {
      wording: text.slice(start, end),
      rendering: rendering ?? renderingOf({ start, end }, quotedIn(text)),
      pseudonym: cutBetweenCharacters(
        String(interview.fields.function ?? ''),
        kinds.quote.fields.pseudonym.maxChars,
      ),
      topic: cutBetweenCharacters(topics.join(', '), kinds.quote.fields.topic.maxChars),
      source: { interviewId: interview.id, start, end, ...(revision !== null && { revision }) },
    },
    links: [{ type: 'derivedFrom', to: interview.id }],
  })
}

/** Topics as they are written: with commas between them. */
export const topicsIn = (text: unknown): string[] =>
  typeof text === 'string'
    ? differentTopics(text.split(/[,;]/).map((topic) => topic.replace(/\s+/g, ' ').trim())).filter(Boolean)
    : []

/** Each topic once, as it was written first. */
export function differentTopics(topics: readonly string[]): string[] {
  const [plain, spelled] = [new Set<string>(), new Set<string>()]
  return topics.filter((topic) => {
    const said = folded(topic)
    const isNew = !plain.has(said.plain) && !spelled.has(said.spelled)
    plain.add(said.plain)
    spelled.add(said.spelled)
    return isNew
  })
}
