/**
 * The kinds of field an artefact may have. They say how a value is stored in the document, checked by the server,
 * edited in every view and exported; nothing about how a card looks.
 */
export type FieldSpec = SimpleSpec | ItemsSpec | SourceSpec

/** Fields that hold one value; also what an item is made of. */
export type SimpleSpec =
  /** Free text over several lines, merged character by character (Y.Text). */
  | { type: 'text'; maxChars: number }
  /** Free text on one line, merged character by character (Y.Text). */
  | { type: 'line'; maxChars: number }
  /** One of some words; the last writer wins. Labels: the kind's texts (`texts.ts`). */
  | { type: 'choice'; options: readonly string[]; initial: string }
  /** A whole number, or null while unknown. */
  | { type: 'number'; min: number; max: number }
  /** A day as YYYY-MM-DD, or null while unknown. */
  | { type: 'date' }
  /** An uploaded image (AssetId), or null. */
  | { type: 'image' }
  /** A text that never changes once written, because quotes point into it. A plain string, which never leaves the group. */
  | { type: 'transcript'; maxChars: number }
  /** Stretches of the transcript beside it (`base/spans.ts`): what its writer stressed. Never change either. */
  | { type: 'spans'; maxChars: number }

/** Where in a transcript a quote stands (`QuoteSource`), or null. Never changes once written. */
interface SourceSpec {
  type: 'source'
}

/** What never changes once it is written, in a card and in its items. */
export const isFixed = (
  spec: FieldSpec,
): spec is Extract<FieldSpec, { type: 'transcript' | 'spans' | 'source' }> =>
  spec.type === 'transcript' || spec.type === 'spans' || spec.type === 'source'

/**
 * Small records in an order that live inside one card: steps, pictures with words, cells. What can lie elsewhere as
 * well is a card of its own, never an item. Stored as Y.Map item id → Y.Map (`shared/document/items.ts`).
 */
export interface ItemsSpec {
  type: 'items'
  /** How many there may be. */
  max: number
  /** Whether an item also has a place: anywhere (x, y), or in one of these cells. */
  places?: 'free' | readonly string[]
  /**
   * They belong to a transcript: no editor shows them, and they never leave the group. `closing` says that they withhold
   * something: everybody who writes adds one, those who may release take it away.
   */
  inside?: 'plain' | 'closing'
  fields: Readonly<Record<string, SimpleSpec>>
}

export type ItemValue = string | number | null

/** One record of a field of type `items`. */
export interface Item {
  id: string
  /** Fractional index. */
  order: string
  place?: [number, number] | undefined
  cell?: string | undefined
  fields: Record<string, ItemValue>
}

/** Position of a quote: UTF-16 offsets into the interview's transcript, `end` exclusive. */
export interface QuoteSource {
  interviewId: string
  start: number
  end: number
  /** The correction of the transcript that it was taken from (an item's id); absent for the text as it was read in. */
  revision?: string | undefined
}

export type FieldValue = ItemValue | QuoteSource | Item[]

export const noteColours = ['yellow', 'pink', 'blue', 'green', 'violet', 'grey'] as const

export const isSource = (value: unknown): value is QuoteSource =>
  typeof value === 'object' && value !== null && 'interviewId' in value

/** Whether it is one plain value, neither a source nor items. */
export const isItemValue = (value: FieldValue | undefined): value is ItemValue =>
  value !== undefined && (value === null || typeof value !== 'object')
