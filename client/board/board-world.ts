import type { TLAnyShapeUtilConstructor, TLStateNodeConstructor, TLStore } from 'tldraw'
import { commentThreads } from '#client/artefacts/comments/comment-threads.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { assetStoreOf } from './content/asset-store.ts'
import { createBoardStore, shapeUtilsOf, toolsOf } from './records/board-schema.ts'
import { BallotBars } from './cards/ballot-bars.ts'
import { cardSourceOf } from './cards/card-source.ts'
import type { CardRoom } from './cards/card-room.ts'
import { FlowHeights } from './cards/flow-heights.ts'
import { CardChanges } from './cards/card-changes.ts'
import { evidenceIndexOf } from '#client/artefacts/evidence-index.ts'
import { bindStore, type StoreBinding } from './records/store-binding.ts'

/** Everything of one board that outlives renders and belongs to no component. Whoever opens it closes it. */
export interface BoardWorld {
  store: TLStore
  binding: StoreBinding
  room: CardRoom
  shapeUtils: TLAnyShapeUtilConstructor[]
  tools: TLStateNodeConstructor[]
  close(): void
}

export function openWorld(
  session: RoomSession,
  { openCard, arrange }: Pick<CardRoom, 'openCard' | 'arrange'>,
): BoardWorld {
  const store = createBoardStore(assetStoreOf(session))
  const evidence = evidenceIndexOf(session)
  const changes = new CardChanges(session)
  const bars = new BallotBars(session)
  const heldHeight = (id: string) => binding.places.heightOf(id)
  const comments = commentThreads(session)
  const source = cardSourceOf(session, evidence, changes, comments, heldHeight, bars.heightOf)
  const heights = new FlowHeights(source, session)
  const binding: StoreBinding = bindStore(store, session, undefined, heights)
  heights.listen(() => binding.relay())
  bars.listen(() => binding.relay())
  const room: CardRoom = {
    ...source,
    session,
    places: binding.places,
    settle: () => binding.flush(),
    openCard,
    arrange,
  }
  return {
    store,
    binding,
    room,
    shapeUtils: shapeUtilsOf(room),
    tools: toolsOf(room),
    close() {
      binding.dispose()
      heights.destroy()
      bars.destroy()
      changes.destroy()
      store.dispose()
    },
  }
}
