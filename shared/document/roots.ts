import type * as Y from 'yjs'

/**
 * The only names of root types in a room's document. Roots are read through here, so that none is ever opened with
 * another type (Yjs confuses the two silently).
 */
export interface Roots {
  /** ArtefactId → fields (see `artefacts.ts`). */
  artefacts: Y.Map<Y.Map<unknown>>
  /** Record id → flattened drawing record (see `board-record.ts`). */
  board: Y.Map<Y.Map<unknown>>
  /** Comment id → comment. */
  comments: Y.Map<Y.Map<unknown>>
  /** Written by the server only: `schema` (number), `createdAt` (ms). */
  meta: Y.Map<unknown>
}

/** Shape of the document as this version writes it; stands in `meta.schema`. */
export const documentSchema = 1

export const rootNames = ['artefacts', 'board', 'comments', 'meta'] as const satisfies (keyof Roots)[]

/** The artefacts that a board's placements speak of; null for a board outside any document. */
export const artefactsBeside = (board: Roots['board']): Roots['artefacts'] | null =>
  board.doc ? rootsOf(board.doc).artefacts : null

export function rootsOf(doc: Y.Doc): Roots {
  return {
    artefacts: doc.getMap<Y.Map<unknown>>('artefacts'),
    board: doc.getMap<Y.Map<unknown>>('board'),
    comments: doc.getMap<Y.Map<unknown>>('comments'),
    meta: doc.getMap('meta'),
  }
}
