import type { ExportContent, ExportFormat } from '#shared/protocol/export-formats.ts'
import { fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'

/**
 * "Digitale-Antraege_Buergerservice_Ergebnisse_2026-11-21.md", with umlauts.
 * @param titles of workshop and group, as they may be said outside
 * @param isReduced whether anything is withheld from it, or was from what the workshop is a copy of
 */
export function downloadName(titles: readonly string[], settings: WriteSettings, isReduced: boolean): string {
  const { content, format, language, timeZone, exportedAt, pageId } = settings
  const words = wordsIn(language).results.fileName
  const contents: Record<ExportContent, string> = {
    dossier: words.dossier,
    minutes: words.minutes,
    roadmap: words.roadmap,
    lists: words.lists,
    archive: words.archive,
    pictures: words.pictures,
    slides: words.slides,
    results: words.results,
    tables: format === 'csv' ? words.cards : words.results,
    // What was added to a copy is confidential, whatever the copy lacks
    data: settings.quotes === 'released' ? words.data : words.backup,
  }
  const date = localTime(language, timeZone).fileDate(exportedAt)
  const what = pageId === null ? [contents[content]] : []
  const lack = isReduced ? lackOf(titles, settings) : []
  return fileName([...titles, ...what, ...lack, date], typeOf(settings).extension)
}

function lackOf([title = '']: readonly string[], { content, quotes, language }: WriteSettings): string[] {
  const { reduced, incomplete } = wordsIn(language).results.fileName
  if (content === 'data') return quotes === 'all' ? [incomplete] : []
  // A workshop made of a reduced file says so in its title already
  return title.endsWith(`(${reduced})`) ? [] : [reduced]
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

export const fileTypes: Record<ExportFormat, { extension: string; mediaType: string }> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  docx: { extension: 'docx', mediaType: `${office}.wordprocessingml.document` },
  pptx: { extension: 'pptx', mediaType: `${office}.presentationml.presentation` },
  odt: { extension: 'odt', mediaType: `${openDocument}.text` },
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8' },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  xlsx: { extension: 'xlsx', mediaType: `${office}.spreadsheetml.sheet` },
  ods: { extension: 'ods', mediaType: `${openDocument}.spreadsheet` },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  // Many pictures in one file
  svg: { extension: 'zip', mediaType: 'application/zip' },
  png: { extension: 'zip', mediaType: 'application/zip' },
  zip: { extension: 'zip', mediaType: 'application/zip' },
  json: { extension: 'json', mediaType: 'application/json; charset=utf-8' },
}

/** All that files may be, without what is said of their letters. */
export const mediaTypes = [
  ...new Set([
    ...Object.values(fileTypes).map(({ mediaType }) => mediaType.split(';')[0]!),
    'image/svg+xml',
    'image/png',
  ]),
]

/** What a file is; a picture of one page is no ZIP. */
export function typeOf({ format, pageId }: Pick<WriteSettings, 'format' | 'pageId'>) {
  if (pageId !== null && format === 'svg') return { extension: 'svg', mediaType: 'image/svg+xml' }
  if (pageId !== null && format === 'png') return { extension: 'png', mediaType: 'image/png' }
  return fileTypes[format]
}
