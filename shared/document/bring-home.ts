import * as Y from 'yjs'
import { fingerprint } from '../base/fingerprint.ts'
import type { FieldValue } from '../kinds/field.ts'
import { fieldsOf, kinds, type ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'
import { createArtefact, readArtefact, storedField } from './artefacts.ts'
import { HOME, homeFrom, keptHomeFrom, type Home, type KeptHome } from './home.ts'
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

/** What became of cards that a group brought. */
export interface Brought {
  /** Lie there now and did not before. */
  fresh: number
  /** Lay there and say now what they say at home. */
  renewed: number
  /** Say something else at home and were written on in the plenum as well: they stay as they are. */
  apart: number
}

/**
 * Lays cards of a group on a page, as the group's. A card that was brought before is not brought twice: it lies where it
 * lies, says what it says at home by now unless somebody in the plenum has written on it, and is put back where it was
 * taken off. Call inside a transaction.
 */
export function bringCards(
  { artefacts, board }: Roots,
  cards: readonly BroughtCard[],
  { group, pageId, now }: { group: string; pageId: string; now: number },
): Brought {
  const known = new Map<string, string>()
  artefacts.forEach((map, id) => {
    const home = homeFrom(map.get(HOME))
    if (home) known.set(`${home.groupId} ${home.artefactId}`, id)
  })
  const placed = new Set<unknown>()
  board.forEach((record) => placed.add(record.get('p.artefactId')))
  const brought = { fresh: 0, renewed: 0, apart: 0 }
  for (const { home, ...card } of cards) {
    const authorship = { as: 'organisation', organisation: group } as const
    const before = known.get(`${home.groupId} ${home.artefactId}`)
    const artefactId = before ?? createArtefact(artefacts, { ...card, createdAt: now, authorship })
    const became = before === undefined ? 'fresh' : renew(artefacts, before, card)
    keepHome(artefacts.get(artefactId)!, home, became === 'apart' ? null : saidBy(artefacts, artefactId))
    if (placed.has(artefactId)) {
      if (became !== 'same') brought[became]++
      continue
    }
    const { size } = kinds[card.kind]
    placeArtefact(board, { artefactId, ...seatFor(board, pageId, card.kind, size) })
    brought.fresh++
  }
  return brought
}

type Artefacts = Roots['artefacts']

/** @param said null: somebody has written on it here, and what it said when it was brought stays known */
function keepHome(map: Y.Map<unknown>, home: Home, said: string | null): void {
  const before = keptHomeFrom(map.get(HOME))
  const after: KeptHome = { ...home, said: said ?? before?.said }
  if (JSON.stringify(after) !== JSON.stringify(before)) map.set(HOME, after)
}

/** Makes a card say what it says at home, unless its words here are somebody's by now. */
function renew(
  artefacts: Artefacts,
  id: string,
  { kind, fields }: Pick<BroughtCard, 'kind' | 'fields'>,
): 'same' | 'renewed' | 'apart' {
  const map = artefacts.get(id)!
  const here = saidBy(artefacts, id)
  const there = new Y.Doc().getMap<Y.Map<unknown>>('artefacts')
  const copy = createArtefact(there, { kind, fields, phase: 'preparation', createdAt: 0, authorship: nobody })
  if (saidBy(there, copy) === here) return 'same'
  if (keptHomeFrom(map.get(HOME))?.said !== here || map.get('kind') !== kind) return 'apart'
  for (const [name, spec] of Object.entries(fieldsOf(kind)))
    if (fields[name] !== undefined) map.set(`f.${name}`, storedField(spec, fields[name]))
  return 'renewed'
}

const nobody = { as: 'anonymous' } as const

/** Of all its fields, as one short word. */
function saidBy(artefacts: Artefacts, id: string): string {
  const artefact = readArtefact(artefacts, id)
  return artefact ? fingerprint(JSON.stringify([artefact.kind, artefact.fields])) : ''
}
