import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { requireComplete } from '#shared/document/fold.ts'
import { slicesOf } from './update-slices.ts'

/** Takes three to five milliseconds; less would cost more turns than it gives. */
const BYTES_AT_ONCE = 32 * 1024
/** What a piece makes stays for as long as the room is open. Collected after this many, it is moved in 6 ms, not in 30. */
const PIECES_PER_COLLECTION = 4
/** Rest after each piece, in times of what it took; and all rests together, because somebody waits for the room. */
const REST = 2
const LONGEST_REST_MS = 1_000

/**
 * Builds a document from what is stored of it, a piece at a time and with rests in between, so that a big room that
 * somebody opens does not hold up the others (docs/decisions/0029). What fits into one piece is read at once.
 * @throws Error when the updates do not make a complete document
 */
export async function readInTurns(updates: readonly Uint8Array[], doc: Y.Doc): Promise<void> {
  let bytes = 0
  let pieces = 0
  let restLeftMs = LONGEST_REST_MS
  let piece: Uint8Array[] = []
  for (const update of updates) {
    for (const slice of slicesOf(update, BYTES_AT_ONCE)) {
      if (bytes > 0 && bytes + slice.length > BYTES_AT_ONCE) {
        const restMs = Math.min(restLeftMs, REST * readAndCollect(piece, doc, ++pieces))
        restLeftMs -= restMs
        await pause(restMs)
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

/** Answers how many milliseconds it took. */
function readAndCollect(piece: readonly Uint8Array[], doc: Y.Doc, count: number): number {
  const startedAt = performance.now()
  read(piece, doc)
  // Only where Node was started with it, as `npm start` does
  if (count % PIECES_PER_COLLECTION === 0) globalThis.gc?.({ type: 'minor' })
  return performance.now() - startedAt
}

function read(piece: readonly Uint8Array[], doc: Y.Doc): void {
  doc.transact(() => {
    for (const update of piece) Y.applyUpdate(doc, update)
  })
}
