import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { textIn } from '#shared/document/board-record.ts'
import { inOrder } from '#shared/document/order.ts'
import type { Roots } from '#shared/document/roots.ts'
import { isPhase, phases, type Phase } from '#shared/workshop/phases.ts'

/** A page of the board as the rail and the step bar show it. */
export interface RoomPage {
  id: string
  name: string
  phase: Phase | null
  /** What to do here, in a sentence or two; may be empty. */
  instruction: string
}

export interface RoomPages {
  readonly store: StoreApi<readonly RoomPage[]>
  stop(): void
}

/** Follows the document's pages; changes of shapes wake nobody. */
export function followPages({ board }: Roots): RoomPages {
  const store = createStore<readonly RoomPage[]>(() => readPages(board))
  const refresh = (events: Y.YEvent<Y.Map<unknown>>[]) => {
    if (events.some(touchesPage)) store.setState(readPages(board), true)
  }
  const observer = refresh as Parameters<typeof board.observeDeep>[0]
  board.observeDeep(observer)
  return { store, stop: () => board.unobserveDeep(observer) }
}

function touchesPage(event: Y.YEvent<Y.Map<unknown>>): boolean {
  if (event.path.length > 0) return String(event.path[0]).startsWith('page:')
  return [...event.changes.keys.keys()].some((key) => key.startsWith('page:'))
}

function readPages(board: Roots['board']): RoomPage[] {
  const pages: (RoomPage & { index: string })[] = []
  board.forEach((record, id) => {
    if (record.get('typeName') !== 'page') return
    const phase = record.get('m.phase')
    pages.push({
      id,
      name: textIn(record.get('name')),
      phase: isPhase(phase) ? phase : null,
      instruction: textIn(record.get('m.instruction')),
      index: textIn(record.get('index')),
    })
  })
  return inOrder(pages).map(({ index: _, ...page }) => page)
}

/** Pages in the order in which the rail shows them: phase by phase, then those without a phase. */
export function inPhaseOrder(pages: readonly RoomPage[]): RoomPage[] {
  const sorted = phases.flatMap((phase) => pages.filter((page) => page.phase === phase))
  return [...sorted, ...pages.filter((page) => page.phase === null)]
}
