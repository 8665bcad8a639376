import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { GroupPrecedents } from '#shared/consent/precedents.ts'
import type { PublicationState, PublicTexts } from '#shared/consent/publishable.ts'
import type { GroupStanding } from '#shared/consent/standing.ts'
import type { HeldInGroup } from '#shared/consent/release-check.ts'
import type { Result } from '#shared/base/result.ts'
import type { ScreenContent } from '#shared/protocol/screen.ts'
import type { ExportPreview } from '#shared/protocol/export-preview.ts'
import type { ReportLanguage } from '#shared/report/words.ts'
import type { ProtocolFormat, ProtocolText } from '#shared/protocol/protocol-formats.ts'
import type { HouseFormat } from '#shared/protocol/house-templates.ts'
import type { HousePaper } from './house.ts'
import type { TemplateRefusal } from './incoming/house-template.ts'
import type { ProtocolRefusal } from './incoming/protocol-file.ts'
import type { SummaryDraft } from '#shared/protocol/summaries.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportRefusal } from './import-refusal.ts'
import type { GroupResults } from './results-of.ts'
import type { ScreenWanted } from './screen-content.ts'
import type { WriteSettings, Written } from './write-settings.ts'

/** What the process is asked for that does what would hold up live rooms: big files, in and out. It stays a minute for its workshop. */
export type Job =
  | {
      type: 'write'
      /** Where the databases lie. The process reads them itself, past the rooms' process. */
      dataFolder: string
      workshopId: WorkshopId
      /** Only this group; null: all of them. */
      groupId: GroupId | null
      settings: WriteSettings
      /** Path of the file to be written; it must not exist. */
      target: string
    }
  | {
      type: 'preview'
      dataFolder: string
      workshopId: WorkshopId
      /** Only this group; null: all of them. */
      groupId: GroupId | null
      settings: WriteSettings
      /** For what has to lie on the disk meanwhile. */
      folder: string
    }
  | {
      type: 'check'
      dataFolder: string
      workshopId: WorkshopId
      /** Only this group; null: all of them. */
      groupId: GroupId | null
    }
  | {
      type: 'project'
      dataFolder: string
      workshopId: WorkshopId
      groupId: null
      texts: readonly string[]
    }
  | {
      type: 'precedents'
      dataFolder: string
      workshopId: WorkshopId
      groupId: null
    }
  | {
      type: 'standings'
      dataFolder: string
      workshopId: WorkshopId
      groupId: null
    }
  | {
      type: 'publication'
      dataFolder: string
      workshopId: WorkshopId
      groupId: null
      /** What is public of the workshop already. */
      published: readonly PublicTexts[]
    }
  | {
      type: 'headlines'
      dataFolder: string
      workshopId: WorkshopId
      groupId: GroupId
      /** Artefacts. */
      chosen: readonly string[]
    }
  | {
      type: 'minutes'
      dataFolder: string
      workshopId: WorkshopId
      groupId: null
      settings: WriteSettings
    }
  | {
      type: 'summary'
      dataFolder: string
      workshopId: WorkshopId
      /** Only this group; null: all of them. */
      groupId: GroupId | null
    }
  | {
      type: 'screen'
      dataFolder: string
      workshopId: WorkshopId
      groupId: GroupId
      wanted: ScreenWanted
    }
  | {
      type: 'results'
      dataFolder: string
      workshopId: WorkshopId
      groupId: GroupId
      /** Artefacts; null: what lies in the field of a breakout that is made for it. */
      chosen: readonly string[] | null
    }
  | {
      type: 'glimpse'
      dataFolder: string
      workshopId: WorkshopId
      groupId: GroupId
      pageId: string
    }
  | {
      type: 'read'
      /** Path of the file, and of a folder to be made for its images. */
      file: string
      folder: string
    }
  | {
      type: 'template'
      /** Path of the file. */
      file: string
      format: HouseFormat
      colour: string | null
    }
  | {
      type: 'trial'
      /** Path of the file. */
      file: string
      format: HouseFormat
      colour: string | null
      beside: HousePaper
      language: ReportLanguage
      /** Path of the document to be written; it must not exist. */
      target: string
    }
  | {
      type: 'protocol'
      /** Path of the file. */
      file: string
      format: ProtocolFormat
    }

export interface Answers {
  /** Null where the page that was asked for is gone. */
  write: (Written & { sizeBytes: number }) | null
  /** Null where the page that was asked for is gone. */
  preview: ExportPreview | null
  /** What would be withheld if it left now. */
  check: HeldInGroup[]
  /** The texts as those are told them who are not inside. */
  project: string[]
  precedents: GroupPrecedents[]
  standings: GroupStanding[]
  /** What could be published, and what of it that is public may not be any more. */
  publication: PublicationState
  /** Those of the chosen that may leave the group and say something. */
  headlines: { id: string; text: string }[]
  minutes: DocumentTree
  /** What a summary may begin with. */
  summary: SummaryDraft
  screen: Omit<ScreenContent, 'content'>
  results: GroupResults
  /** The page as a small PNG, base64; null where nothing lies on it. */
  glimpse: string | null
  read: Result<ImportPlan, ImportRefusal>
  /** What is to be kept of it. */
  template: Result<Uint8Array, TemplateRefusal>
  trial: Result<{ sizeBytes: number }, TemplateRefusal>
  protocol: Result<ProtocolText, ProtocolRefusal>
}

/** Carries out a job in a process of its own. Rejects with a `StorageError` where storage was to blame. */
export type RunJob = (job: Job, signal: AbortSignal) => Promise<unknown>
