import { ensureItems, type Artefact } from '#shared/document/artefacts.ts'
import { addItem } from '#shared/document/items.ts'
import { interview as spec } from '#shared/kinds/interview/spec.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import type { Passage } from './passages.ts'

/** Words of an interview that exist nowhere outside. */
interface Redaction {
  id: string
  words: string
}

export function redactionsOf({ fields: { redactions } }: Pick<Artefact, 'fields'>): Redaction[] {
  if (!Array.isArray(redactions)) return []
  return redactions.flatMap(({ id, fields }) => {
    const words = String(fields.words ?? '')
    return words.trim() === '' ? [] : [{ id, words }]
  })
}

/** Where redacted words stand: everywhere in the text, because a name that is said twice is said twice. */
export function redactedPlaces(text: string, redactions: readonly Redaction[]): Passage[] {
  return redactions.flatMap(({ words }) => {
    const places: Passage[] = []
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length))
      places.push({ start: at, end: at + words.length })
    return places
  })
}

/** Keeps words of an interview inside; false where as many are kept as may be. */
export function redact(session: RoomSession, interview: Artefact, words: string): boolean {
  if (redactionsOf(interview).some((one) => one.words === words)) return true
  return asOneStep(session, ({ artefacts }) => {
    const items = ensureItems(artefacts, interview.id, 'redactions')
    return items !== null && addItem(items, spec.fields.redactions, { fields: { words } }) !== null
  })
}
