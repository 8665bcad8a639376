import type { ArtefactId, MeetingId } from '#shared/base/ids.ts'
import type { DossierChapter } from '#shared/kinds/chapters.ts'
import type { ExportContent, ExportFormat } from '#shared/protocol/export-formats.ts'
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
  /** Of which meeting; null: the last that was begun. */
  meetingId: MeetingId | null
  /** Slides of which card; null: of all that are made to be shown. */
  cardId: ArtefactId | null
}

/** What became of it. */
export interface Written {
  /** Whether anything is withheld from it, so that its name says so. */
  isReduced: boolean
  /** What it is of, as it may be said outside: the workshop, and the group where it is of one. */
  titles: string[]
}
