import type { GroupKind } from '../workshop/group-kinds.ts'
import type { ArtefactKind } from '../kinds/index.ts'
import type { Phase } from '../workshop/phases.ts'
import type { Status } from '../document/authorship.ts'
import type { FieldSpec } from '../kinds/field.ts'
import type { EvidenceRole } from '../kinds/spec.ts'
import type { PhaseChange } from './facilitation-history.ts'
import type { ReportLanguage } from './words.ts'

/**
 * Results as an outline that knows no format: groups → phases → pages → areas → cards, in words of one language, with
 * consent already applied. Documents (`tree.ts`) and tables are made of it; nothing else may reach into documents.
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
  /** Says that something is withheld from it; null where nothing is. */
  notice: string | null
}

export interface ReportGroup {
  name: string
  kind: GroupKind
  changes: PhaseChange[]
  /** Votes that were counted, in the order of their counting. */
  votes: ReportVote[]
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
  id: string
  name: string
  areas: ReportArea[]
}

export interface ReportArea {
  /** Null for cards outside any frame; nested frames are written "outer › inner". */
  name: string | null
  cards: ReportCard[]
  /** Words that stand on the sheet itself: free text, labels of shapes and arrows. */
  drawn: string[]
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
  maturity: Status
  tags: string[]
  /** Null for anonymous cards. */
  author: string | null
  createdAt: number
  /** "3 Belege aus 2 Interviews", "noch keinem Beleg"; null for kinds that are evidence themselves or need none. */
  evidence: string | null
  role: EvidenceRole
  /** Ids of cards: what it rests on, through however many others, and what speaks against it. */
  trail: { pieces: string[]; interviews: string[]; contradictions: string[] }
  /** Card of a group that holds all that this one of the plenum does, in this report or beside it; its trail is that one's. */
  twinId: string | null
  relations: ReportRelation[]
}

export interface ReportField {
  name: string
  type: FieldSpec['type']
  label: string
  text: string
  /** What the text says, where it says a number or a day; null for words. */
  figure: Figure | null
  /** The same as rows and columns, where the field is a list of records. */
  rows: { columns: string[]; cells: string[][] } | null
  /** Uploaded images, each with the words beside it. */
  pictures: { assetId: string; text: string }[]
  /** Says how the card looks or whether it may leave: in tables, not in sentences. */
  aside: boolean
}

/** What spreadsheets sort and calculate with; a day is written "2026-11-21". */
export type Figure = { number: number } | { day: string }

export interface ReportRelation {
  /** "abgeleitet von", "belegt durch" … */
  label: string
  /** Headline of the other card, and the card. */
  target: string
  targetId: string
  /** The other card is something this one rests on. */
  leadsBack: boolean
}

export interface ReportVote {
  question: string
  /** How was voted: "Punkte" … */
  method: string
  ballots: number
  /** Ids of what was voted on, the first of the result first. */
  candidates: string[]
  /** Milliseconds since the Unix epoch. */
  countedAt: number
  columns: string[]
  /** The first column names the candidate; equal results stand side by side with the same rank. */
  rows: string[][]
  /** Objections, without a name. */
  reasons: string[]
}
