import type * as Y from 'yjs'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { CardHeight } from '#shared/layout/page-places.ts'
import { touchedBy } from '#client/session/artefact-store.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { isHome, neededHeight } from './card-face.ts'
import type { CardSource } from './card-room.ts'

/** A card with little on it is still something to take hold of. */
const MIN_HEIGHT = 56

interface Used {
  w: number
  takes: readonly ArtefactKind[]
  h: number
}

/**
 * Heights of the cards that flow in fields, by their text. Tells when one has another height than it was laid with, so
 * that typing lays a sheet anew only where a line more or less is needed.
 */
export class FlowHeights {
  private readonly used = new Map<string, Used>()
  private readonly source: CardSource
  private readonly root: RoomSession['roots']['artefacts']
  private onHeight: () => void = () => undefined

  constructor(source: CardSource, { roots }: Pick<RoomSession, 'roots'>) {
    this.source = source
    this.root = roots.artefacts
    this.root.observeDeep(this.onChange)
  }

  /** Calls `listener` whenever what was laid no longer fits. */
  listen(listener: () => void): void {
    this.onHeight = listener
  }

  readonly of: CardHeight = (artefactId, w, stored, takes) => {
    const h = this.measure(artefactId, w, takes) ?? stored.h
    this.used.set(artefactId, { w, takes, h })
    return h
  }

  destroy(): void {
    this.root.unobserveDeep(this.onChange)
  }

  private measure(artefactId: string, w: number, takes: readonly ArtefactKind[]): number | null {
    const artefact = this.source.session.artefacts.get(artefactId)
    if (!artefact) return null
    return Math.max(MIN_HEIGHT, neededHeight(this.source, artefact, w, isHome(takes, artefact.kind)))
  }

  private readonly onChange = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    const outgrown = [...touchedBy(events)].some((id) => {
      const used = this.used.get(id)
      return used && this.measure(id, used.w, used.takes) !== used.h
    })
    if (outgrown) this.onHeight()
  }
}
