import type { ArtefactId, MeetingId } from '#shared/base/ids.ts'
import type { DossierChapter } from '#shared/kinds/chapters.ts'
import type { ExportContent, ExportFormat, PdfStandard } from '#shared/protocol/export-formats.ts'
import type { ReportLanguage } from '#shared/report/words.ts'

/** What a file is to be. */
export interface WriteSettings {
  content: ExportContent
  format: ExportFormat
  language: ReportLanguage
  /** IANA name. */
  timeZone: string
  exportedAt: number
  /** Whether a JSON file holds quotes that are not released; readable formats never do. */
  quotes: 'all' | 'released'
  /** Whether tables carry ids. */
  withIds: boolean
  /** Of a dossier, in their order. */
  chapters: readonly DossierChapter[]
  /** What a PDF conforms to. */
  pdfStandard: PdfStandard
  /** Of which meeting; null: the last that was begun. */
  meetingId: MeetingId | null
  /** Of files for the records: for how many years to keep them. */
  retentionYears: number
  /** Slides of which card; null: of all that are made to be shown. */
  cardId: ArtefactId | null
  /** A picture of this page of the group alone, which is then no ZIP; null: of all that hold anything. */
  pageId: string | null
}

/** What became of it. */
export interface Written {
  /** Whether anything is withheld from it, or was from what the workshop is a copy of, so that its name says so. */
  isReduced: boolean
  /** What it is of, as it may be said outside: the workshop, the group and the page where it is of one. */
  titles: string[]
}
