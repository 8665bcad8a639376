/** What results can be taken home as. Apart from the schemas, so that the client can list them without loading those. */

/** One file for what people read, write on or calculate with. */
export const fileFormats = [
  'pdf',
  'docx',
  'odt',
  'html',
  'markdown',
  'pptx',
  'xlsx',
  'ods',
  'csv',
  'json',
] as const
export const exportFormats = [...fileFormats, 'svg', 'png', 'zip'] as const
export type ExportFormat = (typeof exportFormats)[number]

const asText = ['pdf', 'docx', 'odt', 'html', 'markdown'] as const

/** What there is to take home, and in which formats; most wanted first. */
const exportContents = {
  dossier: asText,
  minutes: asText,
  roadmap: [...asText, 'xlsx', 'ods', 'csv'],
  lists: ['xlsx', 'ods', 'csv'],
  archive: ['zip'],
  pictures: ['pdf', 'svg', 'png'],
  slides: ['pptx', 'pdf'],
  results: asText,
  tables: ['xlsx', 'ods', 'csv'],
  data: ['json'],
} as const satisfies Record<string, readonly ExportFormat[]>
export type ExportContent = keyof typeof exportContents

export const contentNames = Object.keys(exportContents) as ExportContent[]

export const formatsOf = (content: ExportContent): readonly ExportFormat[] => exportContents[content]

/** What somebody means who names a format only: as much as there is. */
export const contentFor = (format: ExportFormat): ExportContent =>
  contentNames.findLast((content) => formatsOf(content).includes(format))!

/** As files of projects are mostly kept; the office that keeps them may decide otherwise. */
export const DEFAULT_RETENTION_YEARS = 10
export const MAX_RETENTION_YEARS = 99

export const pdfStandards = ['ua-1', 'a-2a'] as const
/** `ua-1`: PDF/UA-1, what people with a screen reader need; `a-2a`: PDF/A-2a, what archives want, tagged as well. */
export type PdfStandard = (typeof pdfStandards)[number]
