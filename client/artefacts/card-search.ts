import { folded, foldedWords, holds, type Folded } from '#shared/base/folded-text.ts'
import { countsUnplaced } from '#shared/kinds/listed.ts'
import { textsOf, type Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Whether a card's own words (not a transcript's) or tags contain every word of the query, in any order. */
export function matches(artefact: Artefact, words: readonly Folded[]): boolean {
  if (words.length === 0) return true
  const text = searchText(artefact)
  return words.every((word) => holds(text, word))
}

/** Cards on the board that match, the newest first; interviews and what stands in a catalogue wherever they are. */
export function findCards({ roots, artefacts }: RoomSession, query: string): Artefact[] {
  const words = foldedWords(query)
  const placed = new Set<unknown>()
  roots.board.forEach((record) => placed.add(record.get('p.artefactId')))
  const found: Artefact[] = []
  for (const id of roots.artefacts.keys()) {
    const artefact = artefacts.get(id)
    if (!artefact || !matches(artefact, words)) continue
    if (placed.has(id) || countsUnplaced(artefact)) found.push(artefact)
  }
  return found.sort((a, b) => b.createdAt - a.createdAt)
}

// Snapshots are immutable, so what was computed for one stays right for as long as it lives.
const searchTexts = new WeakMap<Artefact, Folded>()

function searchText(artefact: Artefact): Folded {
  const known = searchTexts.get(artefact)
  if (known !== undefined) return known
  const text = folded([...textsOf(artefact), ...artefact.tags].join('\n'))
  searchTexts.set(artefact, text)
  return text
}
