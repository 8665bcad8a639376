import type { Artefact } from '#shared/document/artefacts.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { transcriptsOf } from '#shared/evidence/transcripts.ts'
import { isSamePlace } from './consistency.ts'

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

  /** Whether there is a conversation with this number, or from this place. */
  hasConversation({ number, place }: { number: number | null; place: string }): boolean {
    return this.#cards.some(({ artefact: { kind, fields } }) => {
      if (kind !== 'interview') return false
      return place === '' ? fields.number === number : isSamePlace(String(fields.municipality ?? ''), place)
    })
  }
}

/** Other programs end lines and paragraphs in other ways. */
const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim()
