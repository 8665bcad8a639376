import { newId, type ArtefactId } from '../base/ids.ts'
import type { AxesPlace } from '../document/containers.ts'
import type { Status } from '../document/authorship.ts'
import type { Link, LinkType } from '../evidence/links.ts'
import type { FieldValue, Item, ItemValue } from '../kinds/field.ts'
import type { ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'

/** A card of the sample before anybody wrote it down: who will, when it was, and where it lies. */
export interface SampleCard {
  id: ArtefactId
  kind: ArtefactKind
  phase: Phase
  /** Which of the group's participants; null for whoever leads it. */
  by: number | null
  createdAt: number
  status: Status
  fields: Record<string, FieldValue>
  tags: string[]
  links: Link[]
  /** Record id of the field or card that it lies on. */
  parentId: string
  /** Where on a matrix. */
  at?: AxesPlace
}

/** How much of the hand-written words a sample uses. */
export interface Extent {
  patterns: number
  interviews: number
  ideasOfPattern: number
  /** Of every other list, from 0 to 1. */
  share: number
}

interface Wish {
  /** `<page>-<field>` of the prepared pages, or a card that holds others. */
  on: string | { card: ArtefactId }
  fields: Record<string, FieldValue>
  daysAgo: number
  links?: readonly (readonly [LinkType, ArtefactId | undefined])[]
  tags?: readonly string[]
  status?: Status
  /** Written by whoever leads, because it is their right alone or their task. */
  led?: boolean
  by?: number
  at?: AxesPlace
}

const dayMs = 24 * 60 * 60 * 1000
const minuteMs = 60_000

/** Collects the cards of one group in the order in which they were written. The same words give the same cards. */
export class CardPile {
  readonly cards: SampleCard[] = []
  readonly extent: Extent
  readonly #now: number
  readonly #writers: number
  readonly #random: () => number

  /**
   * @param writers how many participants take turns
   * @param seed tells the ids of one group from those of another
   */
  constructor(extent: Extent, now: number, writers: number, seed: number) {
    this.extent = extent
    this.#now = now
    this.#writers = writers
    this.#random = mulberry32(seed)
  }

  /** The part of a list that this sample uses. */
  some<Entry>(list: readonly Entry[]): readonly Entry[] {
    return list.slice(0, Math.max(1, Math.ceil(list.length * this.extent.share)))
  }

  add(kind: ArtefactKind, phase: Phase, wish: Wish): ArtefactId {
    const { on, fields, daysAgo, links = [], tags = [], status = 'draft', led = false, at } = wish
    const n = this.cards.length
    const createdAt = this.#now - Math.round(daysAgo * dayMs) + (n % 97) * minuteMs
    const id = this.#id<ArtefactId>(createdAt)
    this.cards.push({
      id,
      kind,
      phase,
      by: led ? null : (wish.by ?? n) % this.#writers,
      createdAt,
      status,
      fields,
      tags: [...tags],
      links: links.flatMap(([type, to]) => (to ? [{ type, to }] : [])),
      parentId: typeof on === 'string' ? `shape:${on}` : `shape:${on.card}`,
      ...(at && { at }),
    })
    return id
  }

  /** Records inside a card, in this order. */
  items(records: readonly Readonly<Record<string, ItemValue>>[]): Item[] {
    return records.map((fields, n) => ({
      id: this.#id<string>(this.#now),
      order: `a${DIGITS[n + 1]}`,
      fields: { ...fields },
    }))
  }

  #id<Id extends string>(ms: number): Id {
    const random = Uint8Array.from({ length: 10 }, () => Math.floor(this.#random() * 256))
    return newId<Id>(ms, random)
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Small seeded generator (Tommy Ettinger, public domain): chance that comes out the same. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
