import type { MeetingId } from '#shared/base/ids.ts'
import { fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import type { Participant } from '#shared/report/participants.ts'
import type { Report } from '#shared/report/report.ts'
import { counted, fill, wordsIn } from '#shared/report/words.ts'
import type { Material } from './material.ts'
import type { DrawnPage } from './page-pictures.ts'
import { xml, XML_HEAD } from './sheets/xml.ts'
import { workshopFileOf } from './workshop-file.ts'
import { jsonOf } from './write-json.ts'
import { pictureFiles } from './write-pictures.ts'
import type { WriteSettings } from './write-settings.ts'
import type { PendingFile } from './zip.ts'

type Wanted = Pick<WriteSettings, 'content' | 'format'> & { meetingId?: MeetingId }

/** What the file of an administration is made of, as it may be said outside. */
interface Records {
  report: Report
  participants: readonly Participant[]
  /** In their order, when they were. */
  meetings: readonly { id: MeetingId; title: string; at: number }[]
  pages: readonly DrawnPage[]
}

/** A file of the ZIP and what its metadata say of it. */
interface Document extends PendingFile {
  title: string
  /** Of what it tells, in milliseconds since the Unix epoch. */
  at: number
}

/**
 * Everything for the file of an administration: documents to read, to write on and to sort, pictures, data, a table of
 * contents and metadata in the terms of xdomea 4.0. What a full xdomea message would need beyond that: docs/export-format.md.
 * @param file makes one of the contents
 */
export function archiveFiles(
  material: Material,
  records: Records,
  settings: WriteSettings,
  file: (wanted: Wanted) => Promise<Uint8Array>,
): PendingFile[] {
  const { report, meetings, pages } = records
  const words = wordsIn(settings.language)
  const names = words.results.fileName
  const { fileDate } = localTime(settings.language, settings.timeZone)
  const titleOf = (name: string) => `${name.replaceAll('-', ' ')}: ${report.title}`
  const at = report.exportedAt
  const one = (number: number, part: string, wanted: Wanted): Document => ({
    ...{ name: fileName([`${number}_${part}`], wanted.format), title: titleOf(part), at },
    ...{ make: () => file(wanted), stored: true },
  })
  const minutesNamed = ({ title, at }: Pick<Records['meetings'][number], 'title' | 'at'>, ofDay: number) => {
    const day = ofDay > 1 ? `${fileDate(at)}-${ofDay}` : fileDate(at)
    return fileName([`2_${names.minutes}`, day, title], 'pdf')
  }
  const minutes = meetings.map((meeting, n): Document => {
    const { id, title, at } = meeting
    const made = { content: 'minutes', format: 'pdf', meetingId: id } as const
    // By their names: titles of other signs, or with another end, may come to the same, and to some systems letters of either case
    const own = minutesNamed(meeting, 1).toLowerCase()
    const before = meetings.slice(0, n).filter((one) => minutesNamed(one, 1).toLowerCase() === own)
    const name = minutesNamed(meeting, before.length + 1)
    return { name, title: `${names.minutes}: ${title}`, at, make: () => file(made), stored: true }
  })
  const pictures = pictureFiles(pages, 'svg', `4_${names.pictures}/`)
  const parts: Document[] = [
    one(1, names.dossier, { content: 'dossier', format: 'pdf' }),
    one(1, names.dossier, { content: 'dossier', format: 'odt' }),
    ...minutes,
    one(3, names.cards, { content: 'tables', format: 'ods' }),
    one(4, names.pictures, { content: 'pictures', format: 'pdf' }),
    ...pictures.map((picture, n) => ({ ...picture, title: pages[n]!.page, at })),
    {
      ...{ name: fileName([`5_${names.data}`], 'json'), title: titleOf(names.data), at },
      make: () => dataWithout(material, settings),
    },
  ]
  return [
    {
      name: `0_${words.documents.archive.contents}.txt`,
      make: () => contentsOf(report, settings, [...parts.map(({ name }) => name), METADATA]),
    },
    ...parts,
    { name: METADATA, make: () => metadataOf(material, records, settings, parts) },
  ]
}

const METADATA = 'metadaten.xml'

/** What goes to the records holds nothing that is withheld, whoever asks. */
function dataWithout(material: Material, settings: WriteSettings): AsyncGenerator<string> {
  const file = workshopFileOf(material, { ...settings, quotes: 'released' })
  return jsonOf(file, material)
}

function contentsOf(report: Report, { retentionYears }: WriteSettings, names: readonly string[]): string {
  const words = wordsIn(report.language)
  const { holds, keep_one, keep_other } = words.documents.archive
  const time = localTime(report.language, report.timeZone).moment(report.exportedAt)
  const head = [
    report.title,
    fill(words.results.report.asOf, { time }),
    counted(retentionYears, keep_one, keep_other),
    ...(report.notice ? [report.notice] : []),
  ]
  return `${[...head, '', holds, ...names.map((name) => `  ${name}`)].join('\r\n')}\r\n`
}

const mediaTypes: Record<string, string> = {
  ...{ pdf: 'application/pdf', json: 'application/json', svg: 'image/svg+xml' },
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** In the terms of xdomea (Vorgang, Laufzeit, Beteiligung, Dokument), without being such a message. */
function metadataOf(
  { workshop }: Material,
  { report, participants }: Records,
  { retentionYears, timeZone }: WriteSettings,
  documents: readonly Document[],
): string {
  const { fileDate: day } = localTime(report.language, timeZone)
  const organisations = [...new Set(participants.map(({ organisation }) => organisation))].filter(Boolean)
  const lines = [
    `<Vorgang xmlns="urn:werkraum:records:1">`,
    `<Identifikation><ID>${xml(workshop.id)}</ID></Identifikation>`,
    `<Betreff>${xml(report.title)}</Betreff>`,
    `<Laufzeit><Beginn>${day(workshop.createdAt)}</Beginn><Ende>${day(report.exportedAt)}</Ende></Laufzeit>`,
    ...organisations
      .sort((a, b) => a.localeCompare(b, 'de'))
      .map((name) => `<Beteiligung><Organisation><Name>${xml(name)}</Name></Organisation></Beteiligung>`),
    ...report.groups.map(({ name }) => `<Teilvorgang><Betreff>${xml(name)}</Betreff></Teilvorgang>`),
    `<Aufbewahrungsdauer>${retentionYears}</Aufbewahrungsdauer>`,
    ...documents.map(
      ({ name, title, at }) =>
        `<Dokument><Dateiname>${xml(name)}</Dateiname><Betreff>${xml(title)}</Betreff>` +
        `<Datum>${day(at)}</Datum><MimeType>${mediaTypes[name.split('.').at(-1)!]}</MimeType></Dokument>`,
    ),
    `</Vorgang>`,
  ]
  return `${XML_HEAD}${lines.join('\n')}\n`
}
