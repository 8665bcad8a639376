import type { BoardRecord } from '../document/board-record.ts'
import { byIndex } from '../document/outline.ts'
import type { ArtefactSnapshot, DocumentSnapshot } from '../document/snapshot.ts'
import { fieldsOf, isKind, traitsOf } from '../kinds/index.ts'
import { wordsWritten } from './clearing.ts'

/** What one card adds to a passage that goes on in the next; the telling part of a passage is shorter. */
const EDGE_CHARACTERS = 160

/**
 * Cards that repeat a passage together, by id: two that lie one behind the other, as lines that somebody pasted do. Quotes
 * are released one by one, and no part of this.
 */
export function repeatingTogether(
  { artefacts, board }: DocumentSnapshot,
  repeatsAcross: (text: string, next: string) => boolean,
): Set<string> {
  const cards = new Map(artefacts.filter(isNoQuote).map((artefact) => [artefact.id, artefact]))
  const together = new Set<string>()
  for (const row of rowsOf(board)) {
    const pieces = row.flatMap((id) => cards.get(id) ?? []).map(pieceOf)
    for (const [n, { id, end }] of pieces.slice(0, -1).entries()) {
      const next = pieces[n + 1]!
      if (repeatsAcross(end, next.beginning)) together.add(id).add(next.id)
    }
  }
  return together
}

/** Ids of artefacts under each parent, in their order. */
function rowsOf(board: readonly BoardRecord[]): string[][] {
  const rows = new Map<unknown, string[]>()
  for (const { parentId, props } of board.filter(({ type }) => type === 'card').sort(byIndex)) {
    const id = String((props as { artefactId?: unknown } | undefined)?.artefactId)
    const row = rows.get(parentId)
    if (row) row.push(id)
    else rows.set(parentId, [id])
  }
  return [...rows.values()]
}

const isNoQuote = ({ kind }: ArtefactSnapshot) => isKind(kind) && traitsOf(kind).release?.telling == null

function pieceOf({ id, kind, fields }: ArtefactSnapshot) {
  const words = isKind(kind) ? wordsWritten(fields, fieldsOf(kind)).join(' ') : ''
  return { id, end: words.slice(-EDGE_CHARACTERS), beginning: words.slice(0, EDGE_CHARACTERS) }
}
