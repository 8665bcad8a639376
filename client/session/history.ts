import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import type { Roots } from '#shared/document/roots.ts'
import type { History, HistoryState } from './room-session.ts'

/** Steps end at checkpoints, never by the clock: one drag is one step, however long it takes. */
const NEVER_BY_TIME_MS = Number.MAX_SAFE_INTEGER

/** Undo of one person's own work, over cards, comments and drawings together. */
export function documentHistory(roots: Roots, origin: unknown): History & { destroy(): void } {
  const undoManager = new Y.UndoManager([roots.artefacts, roots.board, roots.comments], {
    trackedOrigins: new Set([origin]),
    captureTimeout: NEVER_BY_TIME_MS,
  })
  const state = createStore<HistoryState>(() => ({ canUndo: false, canRedo: false, travelled: null }))
  const refresh = () => state.setState({ canUndo: undoManager.canUndo(), canRedo: undoManager.canRedo() })
  undoManager.on('stack-item-added', refresh)
  undoManager.on('stack-item-popped', ({ type }) => {
    const times = (state.getState().travelled?.times ?? 0) + 1
    state.setState({ travelled: { type, times } })
    refresh()
  })
  undoManager.on('stack-cleared', refresh)
  return {
    state,
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    checkpoint: () => undoManager.stopCapturing(),
    destroy: () => undoManager.destroy(),
  }
}
