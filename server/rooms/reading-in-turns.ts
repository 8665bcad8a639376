import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { requireComplete } from '#shared/document/fold.ts'
import { slicesOf } from './update-slices.ts'

/** Takes three to five milliseconds; less would cost more turns than it gives. */
const BYTES_AT_ONCE = 32 * 1024

/**
 * Builds a document from what is stored of it, a piece at a time, so that a big room that somebody opens does not hold
 * up the others. What fits into one piece is read at once.
 * @throws Error when the updates do not make a complete document
 */
export async function readInTurns(updates: readonly Uint8Array[], doc: Y.Doc): Promise<void> {
  let bytes = 0
  let piece: Uint8Array[] = []
  for (const update of updates) {
    for (const slice of slicesOf(update, BYTES_AT_ONCE)) {
      if (bytes > 0 && bytes + slice.length > BYTES_AT_ONCE) {
        read(piece, doc)
        await nextTurn()
        piece = []
        bytes = 0
      }
      piece.push(slice)
      bytes += slice.length
    }
  }
  read(piece, doc)
  requireComplete(doc)
}

function read(piece: readonly Uint8Array[], doc: Y.Doc): void {
  doc.transact(() => {
    for (const update of piece) Y.applyUpdate(doc, update)
  })
}
