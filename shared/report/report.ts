import type { ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'
import type { PhaseChange } from './facilitation-history.ts'
import type { ReportLanguage } from './words.ts'

/**
 * Results as an outline that knows no format: groups → phases → pages → areas → cards, in words of one language, with
 * consent already applied. Markdown, CSV and XLSX are written from it; nothing else may reach into documents.
 */
export interface Report {
  title: string
  language: ReportLanguage
  /** IANA name. */
  timeZone: string
  /** Milliseconds since the Unix epoch. */
  exportedAt: number
  groups: ReportGroup[]
  /** Quotes in the report of which only a placeholder is shown. */
  withheldQuotes: number
}

export interface ReportGroup {
  name: string
  kind: 'plenum' | 'project'
  changes: PhaseChange[]
  /** Phases that have results, in order; cards on pages without a phase come last, under null. */
  sections: ReportSection[]
  /** Every card once, wherever and however often it lies, in the order of the sections. */
  cards: ReportCard[]
}

export interface ReportSection {
  phase: Phase | null
  pages: ReportPage[]
}

export interface ReportPage {
  name: string
  areas: ReportArea[]
}

export interface ReportArea {
  /** Null for cards outside any frame; nested frames are written "outer › inner". */
  name: string | null
  cards: ReportCard[]
}

export interface ReportCard {
  id: string
  kind: ArtefactKind
  /** Words that stand for the card; a placeholder where it is withheld. */
  headline: string
  withheld: boolean
  /** All fields but the headline that hold something, in the order of the kind; empty where it is withheld. */
  fields: ReportField[]
  phase: Phase | null
  /** "page › frame" for each place. */
  places: string[]
  status: string
  tags: string[]
  /** Null for anonymous cards. */
  author: string | null
  createdAt: number
  /** "3 O-Töne aus 2 Interviews", "noch keinem O-Ton"; null for kinds that are evidence themselves or need none. */
  evidence: string | null
  relations: ReportRelation[]
}

export interface ReportField {
  name: string
  label: string
  text: string
  /** What the text says, where it says a number or a day; null for words. */
  figure: Figure | null
}

/** What spreadsheets sort and calculate with; a day is written "2026-11-21". */
export type Figure = { number: number } | { day: string }

export interface ReportRelation {
  /** "abgeleitet von", "belegt durch" … */
  label: string
  /** Headline of the other card. */
  target: string
  /** The other card is something this one rests on. */
  leadsBack: boolean
}
