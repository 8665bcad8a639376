import type { FieldValue } from '../kinds/field.ts'
import { kinds, type ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'
import { createArtefact } from './artefacts.ts'
import { HOME, homeFrom, type Home } from './home.ts'
import { placeArtefact, seatFor } from './placements.ts'
import type { Roots } from './roots.ts'

/** A card as it may leave its group. */
export interface BroughtCard {
  home: Home
  kind: ArtefactKind
  phase: Phase
  fields: Record<string, FieldValue>
  tags: string[]
}

/**
 * Lays cards of a group on a page, as the group's. A card that was brought before is not brought twice: it lies where it
 * lies, and is put back where it was taken off. Answers how many are new. Call inside a transaction.
 */
export function bringCards(
  { artefacts, board }: Roots,
  cards: readonly BroughtCard[],
  { group, pageId, now }: { group: string; pageId: string; now: number },
): number {
  const known = new Map<string, string>()
  artefacts.forEach((map, id) => {
    const home = homeFrom(map.get(HOME))
    if (home) known.set(`${home.groupId} ${home.artefactId}`, id)
  })
  const placed = new Set<unknown>()
  board.forEach((record) => placed.add(record.get('p.artefactId')))
  let fresh = 0
  for (const { home, ...card } of cards) {
    const before = known.get(`${home.groupId} ${home.artefactId}`)
    if (before !== undefined && placed.has(before)) continue
    const authorship = { as: 'organisation', organisation: group } as const
    const artefactId = before ?? createArtefact(artefacts, { ...card, createdAt: now, authorship })
    if (before === undefined) artefacts.get(artefactId)!.set(HOME, home)
    const { size } = kinds[card.kind]
    placeArtefact(board, { artefactId, ...seatFor(board, pageId, card.kind, size), ...size })
    fresh++
  }
  return fresh
}
