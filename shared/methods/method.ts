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

/** A board page as it is laid out for a new group. */
export interface PageTemplate {
  /** Stable key; the record id is `page:<phase>-<key>`. */
  key: string
  phase: Phase
  name: Wording
  /** What to do now, in one or two sentences. */
  instruction: Wording
  frames: readonly FrameTemplate[]
  /** Words on the board that belong to no frame, for instance the poles of an axis. */
  labels?: readonly LabelTemplate[]
}

/** A named area that cards are moved into: on the board by dragging, in the list by choosing it. */
export interface FrameTemplate extends Box {
  key: string
  name: Wording
}

export interface LabelTemplate {
  key: string
  text: Wording
  /** Page coordinates of the upper left corner. */
  x: number
  y: number
  w: number
  /** Where in `w` the text stands; in the middle where nothing is said. */
  align?: 'middle' | 'end'
}

/** Page coordinates in board units. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}
