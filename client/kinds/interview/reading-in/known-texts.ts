import type { Artefact } from '#shared/document/artefacts.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { currentTranscript, transcriptsOf } from '#shared/evidence/transcripts.ts'
import { isSamePlace } from './consistency.ts'

/** By what a conversation is known. */
interface Conversation {
  number: number | null
  place: string
}

/** Conversations and texts beside them that lie in the room, so that nothing is read in twice unnoticed. */
export class KnownTexts {
  readonly #cards: readonly { artefact: Artefact; states: ReadonlySet<string> }[]

  constructor({ roots, artefacts }: RoomSession) {
    this.#cards = [...roots.artefacts.keys()].flatMap((id) => {
      const artefact = artefacts.get(id)
      const isText = artefact?.kind === 'interview' || artefact?.kind === 'document'
      if (!artefact || !isText || placementOf(roots, id) === null) return []
      return [{ artefact, states: new Set(transcriptsOf(artefact.fields).map(({ text }) => wordsOf(text))) }]
    })
  }

  /** The card that says the same, now or before it was corrected. */
  twinOf(text: string): Artefact | null {
    const words = wordsOf(text)
    return words === '' ? null : (this.#cards.find(({ states }) => states.has(words))?.artefact ?? null)
  }

  /** The card of this conversation. */
  cardOf(conversation: Conversation): Artefact | null {
    const isIt = ({ artefact }: { artefact: Artefact }) =>
      artefact.kind === 'interview' && isSameConversation(artefact, conversation)
    return this.#cards.find(isIt)?.artefact ?? null
  }

  /** The card of this conversation, where its protocol is missing. */
  waitingFor(conversation: Conversation): Artefact | null {
    const isWaiting = ({ artefact }: { artefact: Artefact }) =>
      artefact.kind === 'interview' &&
      currentTranscript(artefact.fields).text === '' &&
      isSameConversation(artefact, conversation)
    return this.#cards.find(isWaiting)?.artefact ?? null
  }
}

/**
 * Whether a card is of a conversation: by its place, or by its number where one of the two names no place. Where both
 * have a number and these differ, they are two conversations in one place.
 */
export function isSameConversation({ fields }: Artefact, { number, place }: Conversation): boolean {
  const own = placeOf(fields)
  if (number !== null && typeof fields.number === 'number' && fields.number !== number) return false
  return own !== '' && place !== '' ? isSamePlace(own, place) : number !== null && fields.number === number
}

const placeOf = ({ municipality }: Artefact['fields']) => String(municipality ?? '').trim()

/** Other programs end lines and paragraphs in other ways. */
const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim()
