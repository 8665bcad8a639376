import { z } from 'zod'
import type { ArtefactId, GroupId, MeetingId } from '../base/ids.ts'
import { dossierChapters } from '../kinds/chapters.ts'
import {
  contentFor,
  contentNames,
  DEFAULT_RETENTION_YEARS,
  exportFormats,
  formatsOf,
  MAX_RETENTION_YEARS,
  pdfStandards,
} from './export-formats.ts'
import { id } from './api.ts'

/** What is asked of a file of results. */
export const exportQuery = z
  .object({
    format: z.enum(exportFormats),
    /** What of the results; without it what the format is mostly for. */
    content: z.enum(contentNames).optional(),
    /** Only this group; without it the whole workshop. */
    group: id<GroupId>().optional(),
    /** Language of labels in the file; without it the workshop's. */
    lang: z.enum(['de', 'en']).optional(),
    /** Whether tables carry ids, so that they can be brought together again after work on them. */
    ids: z.enum(['yes', 'no']).default('no'),
    /** Chapters of a dossier in their order, with commas between; without it all. */
    chapters: z
      .string()
      .transform((names) => names.split(','))
      .pipe(z.array(z.enum(dossierChapters)).min(1).max(dossierChapters.length))
      .default([...dossierChapters]),
    /** Of which meeting; without it the last that was begun. */
    meeting: id<MeetingId>().optional(),
    /** What a PDF conforms to: PDF/UA-1, for people with a screen reader, or PDF/A-2a, for archives. */
    pdf: z.enum(pdfStandards).default('ua-1'),
    /** Years for which files for the records are to be kept. */
    retention: z.coerce.number().int().min(1).max(MAX_RETENTION_YEARS).default(DEFAULT_RETENTION_YEARS),
    /** Slides of this card alone; a picture of this page of the group alone. */
    card: id<ArtefactId>().optional(),
    page: z.string().max(100).optional(),
  })
  .transform((query) => ({ ...query, content: query.content ?? contentFor(query.format) }))
  .refine(({ content, format }) => formatsOf(content).includes(format), 'not in this format')
