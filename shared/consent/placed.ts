import type { DocumentSnapshot } from '../document/snapshot.ts'

/** Ids of the artefacts that lie on a board. */
export const placedOn = (board: DocumentSnapshot['board']): ReadonlySet<unknown> =>
  new Set(board.map(({ props }) => (props as { artefactId?: unknown } | undefined)?.artefactId))
