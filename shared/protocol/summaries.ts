import { z } from 'zod'
import { limits } from '../base/limits.ts'
import type { GroupId } from '../base/ids.ts'
import { id } from './api.ts'

/** What people wrote as the summary of a dossier: of a group, or of all together (null). Paragraphs by empty lines. */
export interface Summary {
  groupId: GroupId | null
  text: string
}

/** What a summary may begin with, made from the cards; empty where they say nothing yet. */
export interface SummaryDraft {
  text: string
}

/** `from`: as it read when the writer began, so that two who write at once do not wipe each other out. */
export const writeSummaryRequest = z.object({
  groupId: id<GroupId>().nullable(),
  from: z.string().max(limits.maxSummaryChars),
  text: z.string().max(limits.maxSummaryChars),
})

/** Of which group; without it of all together. */
export const summaryDraftQuery = z.object({ group: id<GroupId>().optional() })
