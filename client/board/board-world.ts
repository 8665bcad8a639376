import i18next from 'i18next'
import type { TLAnyShapeUtilConstructor, TLStateNodeConstructor, TLStore } from 'tldraw'
import { imageAddress } from '#client/artefacts/assets.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { assetStoreOf } from './content/asset-store.ts'
import { createBoardStore, shapeUtilsOf, toolsOf } from './records/board-schema.ts'
import type { CardRoom } from './cards/card-room.ts'
import { EvidenceIndex } from './cards/evidence-index.ts'
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

export function openWorld(session: RoomSession, openCard: CardRoom['openCard']): BoardWorld {
  const store = createBoardStore(assetStoreOf(session))
  const evidence = new EvidenceIndex(session)
  const binding = bindStore(store, session)
  const room: CardRoom = {
    session,
    evidence,
    places: binding.places,
    settle: () => binding.flush(),
    texts: () => i18next.t,
    imageUrl: (assetId) => imageAddress(session, assetId),
    openCard,
  }
  return {
    store,
    binding,
    room,
    shapeUtils: shapeUtilsOf(room),
    tools: toolsOf(room),
    close() {
      binding.dispose()
      evidence.destroy()
      store.dispose()
    },
  }
}
