import type * as Y from 'yjs'
import { axesPlaceOf, holdingOf, isFolded, MIDDLE } from '../document/containers.ts'
import { textIn } from '../document/board-record.ts'
import { inOrder } from '../document/order.ts'
import { boxOf, type Box } from '../document/shape-box.ts'
import type { ArtefactKind } from '../kinds/index.ts'
import { flow } from './flow.ts'

type Board = Y.Map<Y.Map<unknown>>

/** How cards are measured by whoever can read their faces. */
export interface CardMeasure {
  /** Height that a card's words need at a width; null where nobody can say, then what is stored counts. */
  height: (artefactId: string, w: number, takes: readonly ArtefactKind[]) => number | null
  /** Where a card of this size keeps what lies on it: between its words and its foot, or its cross. */
  room: (artefactId: string, size: { w: number; h: number }, takes: readonly ArtefactKind[]) => Box
}

/** For readers without words: every card as high as it was made. */
export const storedMeasure: CardMeasure = {
  height: () => null,
  room: (_artefactId, { w, h }) => ({ x: 12, y: 96, w: w - 24, h: Math.max(0, h - 140) }),
}

export interface Child {
  id: string
  index: string
  record: Y.Map<unknown>
}

export type Children = ReadonlyMap<string, readonly Child[]>

export function childrenByParent(board: Board): Map<string, Child[]> {
  const children = new Map<string, Child[]>()
  board.forEach((record, id) => {
    if (record.get('typeName') !== 'shape') return
    const parentId = textIn(record.get('parentId'))
    const child = { id, index: textIn(record.get('index')), record }
    const siblings = children.get(parentId)
    if (siblings) siblings.push(child)
    else children.set(parentId, [child])
  })
  return children
}

export const isCard = ({ record }: Pick<Child, 'record'>): boolean => record.get('type') === 'card'

/** Ranks of cards by artefact, for a view in an order of its own. */
export type Ranks = ReadonlyMap<string, number>

/** What has a rank comes first; everything else, and equals, in the order in which they lie. */
export function ranked(cards: readonly Child[], ranks: Ranks): readonly Child[] {
  if (ranks.size === 0) return cards
  const rankOf = ({ record }: Child) => ranks.get(textIn(record.get('p.artefactId'))) ?? Infinity
  return [...cards].sort((a, b) => Math.sign(rankOf(a) - rankOf(b)) || 0)
}

const GAP = 12
/** Below this a column cannot hold a card. */
const MIN_COLUMN = 168
/** What an empty cluster keeps free, so that something can be dropped there. */
const EMPTY_ROOM = 64
/** Height of a matrix to its width, so that its quadrants are no strips. */
const MATRIX_RATIO = 0.8
const ON_AXES_W = 184
/** How much of a cross its cards may cover: in a field it grows with them, so that one can read a full quadrant. */
const COVERED = 0.6
/** So far apart lie cards that nobody has given a place yet. */
const UNPLACED_STEP = 4
const UNPLACED_STEPS = 8

/**
 * Lays cards out together with what lies on them. Invariants:
 * 1. A card is as high as its words and everything it holds need, and nothing it holds in an order overlaps.
 * 2. Places of held cards follow from order, or from their worth on the axes, and the container's size alone. Where cards
 *    flow, a matrix is as high as leaves two fifths of its cross free, wherever its cards lie on it. Where it was put
 *    freely it keeps its height, because nothing makes way for it.
 * 3. A folded card is as high as its words, whatever it was made as, and what lies on it lies behind them.
 */
export class CardStack {
  /** Held cards, relative to the card that holds them. */
  readonly boxes = new Map<string, Box>()
  /** Height that cards need which hold others. */
  readonly heights = new Map<string, number>()
  readonly #board: Board
  readonly #children: Children
  readonly #measure: CardMeasure
  readonly #ranks: Ranks

  constructor(board: Board, children: Children, measure: CardMeasure, ranks: Ranks = new Map()) {
    this.#board = board
    this.#children = children
    this.#measure = measure
    this.#ranks = ranks
  }

  /** Height of a card whose width others decide, with everything on it. */
  layFlowing(card: Child, w: number, takes: readonly ArtefactKind[]): number {
    return this.#lay(card, w, this.#ownHeight(card, w, takes) ?? boxOf(card.record).h, takes, true)
  }

  /** Box of a card that lies where it was put: as high as it was made, or as it needs. */
  layFree(card: Child): Box {
    const box = boxOf(card.record)
    const own = this.#ownHeight(card, box.w, [])
    if (isFolded(this.#board, card.id)) return { ...box, h: this.#lay(card, box.w, own ?? box.h, []) }
    const h = Math.max(box.h, own ?? 0)
    return { ...box, h: Math.max(h, this.#lay(card, box.w, h, [])) }
  }

  /** Lays what lies on cards below a parent that has no layout of its own. */
  layBelow(parentId: string, above: readonly string[] = []): void {
    for (const child of this.#children.get(parentId) ?? []) {
      if (isCard(child)) {
        if (holdingOf(this.#board, child.id)) this.layFree(child)
      } else if (!above.includes(child.id)) this.layBelow(child.id, [...above, child.id])
    }
  }

  #ownHeight({ record }: Child, w: number, takes: readonly ArtefactKind[]): number | null {
    return this.#measure.height(textIn(record.get('p.artefactId')), w, takes)
  }

  #lay(card: Child, w: number, h: number, takes: readonly ArtefactKind[], flows = false): number {
    const holding = holdingOf(this.#board, card.id)
    if (!holding) return h
    const needed =
      holding.by === 'axes'
        ? this.#layOnAxes(card, { w, h }, takes, flows)
        : isFolded(this.#board, card.id)
          ? this.#layBehind(card, w, h)
          : this.#layInOrder(card, w, takes, holding.columns)
    this.heights.set(card.id, needed)
    return Math.max(h, needed)
  }

  #held({ id }: Child): readonly Child[] {
    return ranked(inOrder((this.#children.get(id) ?? []).filter(isCard)), this.#ranks)
  }

  #layInOrder(card: Child, w: number, takes: readonly ArtefactKind[], most: number): number {
    const artefactId = textIn(card.record.get('p.artefactId'))
    const bare = this.#ownHeight(card, w, takes) ?? boxOf(card.record).h
    const room = this.#measure.room(artefactId, { w, h: bare }, takes)
    const columns = Math.max(1, Math.min(most, Math.floor((room.w + GAP) / (MIN_COLUMN + GAP))))
    const items = this.#held(card).map((held) => ({
      id: held.id,
      heightAt: (width: number) => this.layFlowing(held, width, []),
    }))
    const { boxes, bottom } = flow(items, { ...room, columns, gap: GAP })
    boxes.forEach((box, id) => this.boxes.set(id, box))
    const end = items.length === 0 ? room.y + EMPTY_ROOM : bottom
    return end + GAP + Math.max(0, bare - room.y - room.h)
  }

  /** Whoever looks for a card that is folded away is led to where it is. */
  #layBehind(card: Child, w: number, h: number): number {
    for (const held of this.#held(card)) this.boxes.set(held.id, { x: 0, y: 0, w, h })
    return h
  }

  #layOnAxes(
    card: Child,
    { w, h }: { w: number; h: number },
    takes: readonly ArtefactKind[],
    grows: boolean,
  ): number {
    const artefactId = textIn(card.record.get('p.artefactId'))
    const crossAt = (high: number) => this.#measure.room(artefactId, { w, h: high }, takes)
    const least = Math.max(h, Math.round(w * MATRIX_RATIO))
    const small = crossAt(least)
    const width = Math.min(ON_AXES_W, Math.floor(small.w / 2))
    const held = this.#held(card).map((one) => ({ ...one, h: this.layFlowing(one, width, []) }))
    const area = grows ? held.reduce((sum, one) => sum + width * one.h, 0) : 0
    const high = least + Math.max(0, Math.ceil(area / COVERED / small.w) - small.h)
    const cross = crossAt(high)
    let unplaced = 0
    for (const one of held) {
      const place = axesPlaceOf(one.record) ?? awaiting(unplaced++)
      this.boxes.set(one.id, boxOnAxes(cross, { w: width, h: one.h }, place))
    }
    return high
  }
}

/** Cards that wait for their place lie in the middle, each a little beside the one before. */
function awaiting(rank: number) {
  const step = (rank % UNPLACED_STEPS) * UNPLACED_STEP
  return { x: MIDDLE.x + step, y: MIDDLE.y - step }
}

/** A card stays inside the cross at either end of an axis; the middle of the axis is the middle of the cross. */
function boxOnAxes(cross: Box, { w, h }: { w: number; h: number }, place: { x: number; y: number }): Box {
  const [wide, high] = [cross.w - w, Math.max(0, cross.h - h)]
  return {
    x: Math.round(cross.x + (wide * place.x) / 100),
    y: Math.round(cross.y + (high * (100 - place.y)) / 100),
    w,
    h,
  }
}

/** The other way round: what a card is worth whose box somebody has put here. */
export function worthAt(cross: Box, box: Box): { x: number; y: number } {
  const share = (from: number, size: number, start: number, length: number) =>
    size <= length ? 50 : Math.round(Math.min(1, Math.max(0, (start - from) / (size - length))) * 100)
  return { x: share(cross.x, cross.w, box.x, box.w), y: 100 - share(cross.y, cross.h, box.y, box.h) }
}
