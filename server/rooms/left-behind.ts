import * as Y from 'yjs'
import { firstPageOf, textIn } from '#shared/document/board-record.ts'
import { isWithin, moveToParent } from '#shared/document/placements.ts'
import type { Roots } from '#shared/document/roots.ts'
import { isKind, traitsOf } from '#shared/kinds/index.ts'
import { linkKey } from '#shared/evidence/links.ts'
import type { ArtefactId } from '#shared/base/ids.ts'
import { isShape } from './page-census.ts'
import type { Past } from './past-values.ts'

type Entries = Y.Map<unknown>

/** What one update did to the shapes of a board. */
interface Changes {
  removed: readonly string[]
  /** Shapes that are new, or may have another parent. */
  placed: readonly string[]
}

/**
 * Finds ground for shapes that lie on one that is gone: somebody laid a card into a cluster while somebody else merged it
 * with another, and neither knew. No page would show them. Invariants (cited by the tests):
 * 1. What lay on a card that goes, and did not go with it, lies where that lay; on what takes its place, where
 *    something does.
 * 2. What is laid on something that is gone stays where it was, or comes to the first page where it is new.
 * 3. What waits for something that never was here is left to wait: it may come with the next update.
 * Looks at the whole board only where a card went that holds others. For what lay in a frame or group that goes, the list
 * does what the canvas does and shows it on the first page.
 * @returns the shapes that it moved
 */
export function groundLeftBehind(roots: Roots, past: Past, { removed, placed }: Changes): string[] {
  const board = roots.board as unknown as Entries
  const isGone = (id: string) => isShape(id) && !board.has(id) && board._map.has(id)
  const parentOf = (id: string) => textIn((board.get(id) as Entries | undefined)?.get('parentId'))
  const goes = new Set(removed.filter(mayHaveHeld))
  const left = goes.size === 0 ? [] : [...board.keys()].filter((id) => goes.has(parentOf(id)))
  const lost = new Set([...left, ...placed].filter((id) => board.has(id) && isGone(parentOf(id))))
  const heirs = lost.size === 0 ? new Map<string, string>() : heirsOf(goes)
  for (const id of lost) {
    const ground = groundOf(id) ?? firstPageOf(roots.board)
    if (ground) moveToParent(roots.board, id, ground, kindAt(roots, id))
  }
  return [...lost]

  function mayHaveHeld(id: string): boolean {
    const kind = roots.artefacts.get(textIn(valueThen(id, 'p.artefactId')))?.get('kind')
    return isKind(kind) && traitsOf(kind).holds !== undefined
  }

  function groundOf(id: string): string | null {
    const from = parentOf(id)
    if (!goes.has(from)) return standing(id, valueThen(id, 'parentId'))
    const heir = heirs.get(from)
    return heir !== undefined && mayLieOn(id, heir) ? heir : standing(id, valueThen(from, 'parentId'))
  }

  /** What an entry of a shape said before the update. */
  function valueThen(id: string, key: string): unknown {
    const record = past.valueOf(board, id)
    return record instanceof Y.Map ? past.valueOf(record as Entries, key) : undefined
  }

  /** The cards on the board that replace those which lay there; the board is gone through once for all of them. */
  function heirsOf(gone: ReadonlySet<string>): Map<string, string> {
    const found = new Map<string, string>()
    const replaced = [...gone].map((id) => {
      const to = valueThen(id, 'p.artefactId') as ArtefactId
      return [id, linkKey({ type: 'replaces', to })] as const
    })
    for (const [heir, record] of board.entries()) {
      const artefact = roots.artefacts.get(textIn((record as Entries).get('p.artefactId')))
      const links = artefact?.get('links')
      if (!(links instanceof Y.Map) || links.size === 0) continue
      for (const [id, key] of replaced) if (!found.has(id) && links.has(key)) found.set(id, heir)
    }
    return found
  }

  /** What replaces a card may be the card that lay on it, or lie on that. */
  function mayLieOn(id: string, place: string): boolean {
    return board.has(place) && !isWithin(roots.board, place, id)
  }

  /** Where a shape may lie: a place that is still there, or what that lay on. */
  function standing(id: string, place: unknown): string | null {
    const seen = new Set<string>()
    for (let at = textIn(place); at !== '' && !seen.has(at); at = textIn(valueThen(at, 'parentId'))) {
      if (mayLieOn(id, at)) return at
      seen.add(at)
    }
    return null
  }
}

const kindAt = ({ board, artefacts }: Roots, shapeId: string) =>
  artefacts.get(textIn(board.get(shapeId)?.get('p.artefactId')))?.get('kind')
