import type { ArtefactKind } from '../kinds/index.ts'
import type { Seat } from '../document/fields.ts'
import type { ModeType } from '../workshop/mode-rights.ts'
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

/** What a new group finds prepared: pages for every phase, from methods. */
export interface Programme {
  /** Stable key. */
  key: string
  name: Wording
  pages: readonly PageTemplate[]
}

/** One way of working together: why, how long, in which steps, on which page. */
export interface Method {
  /** Stable key, unique in the catalogue. */
  key: string
  phase: Phase
  name: Wording
  /** For the group: what is done, what it is good for, how it looks when it has worked. */
  what: Wording
  why: Wording
  example: Wording
  /** For whoever leads it; never shown to the group. */
  hints: Wording
  /** The page it works on; null where it works on whatever page is there. */
  page: PageTemplate | null
  steps: readonly MethodStep[]
  /** Kinds of cards it produces, and from which. */
  makes: readonly ArtefactKind[]
  from: readonly ArtefactKind[]
  /** The only language it knows; those of the catalogue know both, older ones of one's own do not say. */
  writtenIn?: TemplateLanguage | undefined
}

interface MethodStep {
  title: Wording
  /** What to do now, in one or two sentences. */
  instruction: Wording
  minutes: number
  mode: MethodMode
}

/** A step's mode as far as a method can know it: who presents and what is voted on is settled in the meeting. */
type MethodMode =
  | { type: Exclude<ModeType, 'silent' | 'vote'> }
  | { type: 'silent'; authorship: 'named' | 'organisation' | 'anonymous' }
  | { type: 'vote'; ballot: 'dots' | 'ranking' | 'scale' | 'yesNo' | 'consent' }

/** Minutes all steps take together. */
export const minutesOf = ({ steps }: Pick<Method, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)

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
