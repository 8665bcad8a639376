import type { ArtefactKind } from '../kinds/index.ts'
import type { Seat } from '../document/fields.ts'
import type { Phase } from '../workshop/phases.ts'

/**
 * Methods are data, not code: what a group is asked to do, and the pages it finds prepared. Both languages stand side
 * by side, so that a method is complete or does not compile.
 */
export interface Wording {
  de: string
  en: string
}

export type TemplateLanguage = keyof Wording

/** One way of working, offered for a phase. Steps with modes and minutes join here once meetings have agendas. */
export interface Method {
  /** Stable key, unique in the catalogue. */
  key: string
  name: Wording
  pages: readonly PageTemplate[]
}

/** A sheet as it is laid out for a new group. */
export interface PageTemplate {
  /** Stable key; the record id is `page:<phase>-<key>`. */
  key: string
  phase: Phase
  name: Wording
  /** What to do now, in one or two sentences. */
  instruction: Wording
  /** What it is about, as one question that fits into two lines. Never the instruction again. */
  question: Wording
  /** One piece of advice beside the question, at most three lines. */
  tip?: Wording
  fields: readonly FieldTemplate[]
}

/** A named area that cards are moved into: on the board by dragging, in the list by choosing it. */
export interface FieldTemplate {
  key: string
  name: Wording
  seat: Seat
  /** Cards side by side; null where they lie freely. */
  flow: number | null
  /** Kinds that belong here; a field that names none takes what no other does. */
  takes: readonly ArtefactKind[]
  hint?: Wording
  example?: Wording
}
