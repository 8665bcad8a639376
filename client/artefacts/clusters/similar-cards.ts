import { mostAlike, nearDuplicates, type Text } from '#shared/base/similar-texts.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import { evidenceRole, traitsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'

const MOST = 20
/** Shown at once; whoever has merged these sees the next. */
const MOST_PAIRS = 30

/** Cards on the board whose headline is written much like this one's, the likest first; none that holds others. */
export function similarCards(session: RoomSession, artefact: Artefact): Artefact[] {
  const others = placedCards(session).filter(({ id }) => id !== artefact.id)
  return mostAlike(headlineOf(artefact), textsOf(others), MOST).flatMap(
    ({ id }) => session.artefacts.get(id) ?? [],
  )
}

/**
 * Pairs of cards of one kind that say the same in other letters. What somebody said is never among them: two people who
 * say the same are two voices. Nor is what another card has replaced: versions of one thing keep its name.
 */
export function repeatedCards(session: RoomSession): [Artefact, Artefact][] {
  const byKind = new Map<string, Artefact[]>()
  const cards = placedCards(session)
  const replaced = new Set(
    cards.flatMap(({ links }) => links.filter(({ type }) => type === 'replaces').map(({ to }) => to)),
  )
  for (const artefact of cards.filter(({ id }) => !replaced.has(id)))
    if (evidenceRole(artefact.kind) !== 'is')
      byKind.set(artefact.kind, [...(byKind.get(artefact.kind) ?? []), artefact])
  return [...byKind.values()]
    .flatMap((cards) => nearDuplicates(textsOf(cards)))
    .slice(0, MOST_PAIRS)
    .flatMap(({ one, other }) => {
      const [first, second] = [session.artefacts.get(one), session.artefacts.get(other)]
      return first && second ? [[first, second] as [Artefact, Artefact]] : []
    })
}

const textsOf = (artefacts: readonly Artefact[]): Text[] =>
  artefacts.map((artefact) => ({ id: artefact.id, text: headlineOf(artefact) }))

/** What holds others lies in no cluster, and of it and one that lies on it no single card is made. */
function placedCards({ roots, artefacts }: RoomSession): Artefact[] {
  const placed = new Set<string>()
  roots.board.forEach((record) => {
    const id = record.get('p.artefactId')
    if (typeof id === 'string') placed.add(id)
  })
  return [...placed]
    .flatMap((id) => artefacts.get(id) ?? [])
    .filter((artefact) => !traitsOf(artefact.kind).holds && headlineOf(artefact).trim() !== '')
}
