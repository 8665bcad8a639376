import type * as Y from 'yjs'
import { traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { CardMeasure } from '#shared/layout/held-cards.ts'
import type { Box } from '#shared/document/shape-box.ts'
import { touchedBy } from '#client/session/artefact-store.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { isHome, neededHeight, roomOn } from './card-face.ts'
import type { CardSource } from './card-room.ts'

/** A card with little on it is still something to take hold of. */
const MIN_HEIGHT = 56

interface Used {
  artefactId: string
  w: number
  takes: readonly ArtefactKind[]
  h: number | null
}

/**
 * Heights of cards by what they show, and where they keep what lies on them. Tells when one has another height than it was laid with, so
 * that typing lays a sheet anew only where a line more or less is needed.
 */
export class FlowHeights implements CardMeasure {
  /** By artefact and width: the same card may lie in several places. */
  private readonly used = new Map<string, Used>()
  private readonly source: CardSource
  private readonly root: RoomSession['roots']['artefacts']
  private readonly forgetCounts: () => void
  private onHeight: () => void = () => undefined

  constructor(source: CardSource, { roots }: Pick<RoomSession, 'roots'>) {
    this.source = source
    this.root = roots.artefacts
    this.root.observeDeep(this.onChange)
    // At home a card is nothing but its words, until somebody has counted what stands behind it: then it gets a foot.
    // One that is folded says what lies on it.
    this.forgetCounts = source.evidence.subscribe(() => {
      if (this.hasOutgrown(({ takes, artefactId }) => takes.length === 1 || this.holds(artefactId)))
        this.onHeight()
    })
  }

  /** Calls `listener` whenever what was laid no longer fits. */
  listen(listener: () => void): void {
    this.onHeight = listener
  }

  readonly height: CardMeasure['height'] = (artefactId, w, takes) => {
    const h = this.measure(artefactId, w, takes)
    this.used.set(`${artefactId} ${w}`, { artefactId, w, takes, h })
    return h
  }

  readonly room: CardMeasure['room'] = (artefactId, size, takes): Box => {
    const artefact = this.source.session.artefacts.get(artefactId)
    if (!artefact) return { x: 0, y: 0, ...size }
    const h = size.h - this.source.ballotBar(artefactId)
    return roomOn(this.source, artefact, { ...size, h }, isHome(takes, artefact.kind))
  }

  destroy(): void {
    this.root.unobserveDeep(this.onChange)
    this.forgetCounts()
  }

  private measure(artefactId: string, w: number, takes: readonly ArtefactKind[]): number | null {
    const artefact = this.source.session.artefacts.get(artefactId)
    if (!artefact) return null
    const words = neededHeight(this.source, artefact, w, isHome(takes, artefact.kind))
    return Math.max(MIN_HEIGHT, words) + this.source.ballotBar(artefactId)
  }

  private holds(artefactId: string): boolean {
    const kind = this.source.session.artefacts.get(artefactId)?.kind
    return kind !== undefined && traitsOf(kind).holds !== undefined
  }

  private hasOutgrown(isMeant: (used: Used) => boolean): boolean {
    return [...this.used.values()].some(
      (used) => isMeant(used) && this.measure(used.artefactId, used.w, used.takes) !== used.h,
    )
  }

  private readonly onChange = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    const touched = touchedBy(events)
    const outgrown = this.hasOutgrown(({ artefactId }) => touched.has(artefactId))
    // A card of another kind may hold others, or no longer.
    if (outgrown || events.some(({ path, keys }) => path.length === 1 && keys.has('kind'))) this.onHeight()
  }
}
