import type * as Y from 'yjs'
import { unflattenRecord, type BoardRecord } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'

/**
 * Calls with everything one change took off the board, as it was. Whoever took it: this person, somebody else, or the
 * server. Returns how to stop.
 */
export function followRemovals(
  { board }: Pick<Roots, 'board'>,
  onRemoved: (records: readonly BoardRecord[], byOther: boolean) => void,
): () => void {
  const look = ({ changes, transaction }: Y.YMapEvent<Y.Map<unknown>>) => {
    const gone = [...changes.keys].flatMap(([id, { action, oldValue }]) => {
      if (action !== 'delete' || !id.startsWith('shape:')) return []
      return [{ ...unflattenRecord(lastWords(oldValue as Y.Map<unknown>)), id }]
    })
    if (gone.length > 0) onRemoved(gone, !transaction.local)
  }
  board.observe(look)
  return () => board.unobserve(look)
}

/** Entries of a map that was just deleted: Yjs keeps them until its observers were called. */
function lastWords(map: Y.Map<unknown>): Map<string, unknown> {
  return new Map(
    [...map._map].map(([key, item]) => [key, item.content.getContent()[item.length - 1] as unknown]),
  )
}
