import { fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import type { Report } from '#shared/report/report.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import type { Material } from './material.ts'
import type { DrawnPage } from './page-pictures.ts'
import { xml, XML_HEAD } from './sheets/xml.ts'
import { workshopFileOf } from './workshop-file.ts'
import { jsonOf } from './write-json.ts'
import { pictureFiles } from './write-pictures.ts'
import type { WriteSettings } from './write-settings.ts'
import type { PendingFile } from './zip.ts'

type Wanted = Pick<WriteSettings, 'content' | 'format'>

/**
 * Everything for the file of an administration: documents to read, to write on and to sort, pictures, data, a table of
 * contents and metadata in the terms of xdomea 4.0. What a full xdomea message would need beyond that: docs/export-format.md.
 * @param file makes one of the contents
 */
export function archiveFiles(
  material: Material,
  report: Report,
  settings: WriteSettings,
  file: (wanted: Wanted) => Promise<Uint8Array>,
  pages: readonly DrawnPage[],
): PendingFile[] {
  const words = wordsIn(settings.language)
  const names = words.results.fileName
  const one = (part: string, wanted: Wanted): PendingFile => ({
    name: fileName([part], wanted.format),
    make: () => file(wanted),
    stored: true,
  })
  const parts: PendingFile[] = [
    one(`1_${names.dossier}`, { content: 'dossier', format: 'pdf' }),
    one(`1_${names.dossier}`, { content: 'dossier', format: 'odt' }),
    one(`2_${names.minutes}`, { content: 'minutes', format: 'pdf' }),
    one(`3_${names.cards}`, { content: 'tables', format: 'ods' }),
    one(`4_${names.pictures}`, { content: 'pictures', format: 'pdf' }),
    ...pictureFiles(pages, 'svg', `4_${names.pictures}/`),
    { name: fileName([`5_${names.data}`], 'json'), make: () => dataWithout(material, settings) },
  ]
  const listed = [...parts.map(({ name }) => name), 'metadaten.xml']
  return [
    { name: `0_${words.documents.archive.contents}.txt`, make: () => contentsOf(report, listed) },
    ...parts,
    { name: 'metadaten.xml', make: () => metadataOf(material, report, listed) },
  ]
}

/** What goes to the records holds nothing that is withheld, whoever asks. */
function dataWithout(material: Material, settings: WriteSettings): AsyncGenerator<string> {
  const file = workshopFileOf(material, { ...settings, quotes: 'released' })
  return jsonOf(file, material)
}

function contentsOf(report: Report, names: readonly string[]): string {
  const words = wordsIn(report.language)
  const time = localTime(report.language, report.timeZone).moment(report.exportedAt)
  const head = [
    report.title,
    fill(words.results.report.asOf, { time }),
    ...(report.notice ? [report.notice] : []),
  ]
  return `${[...head, '', words.documents.archive.holds, ...names.map((name) => `  ${name}`)].join('\r\n')}\r\n`
}

/** In the terms of xdomea (Vorgang, Laufzeit, Beteiligung, Dokument), without being such a message. */
function metadataOf({ workshop, members }: Material, report: Report, names: readonly string[]): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const organisations = [...new Set(members.map(({ organisation }) => organisation).filter(Boolean))].sort()
  const lines = [
    `<Vorgang>`,
    `<Identifikation><ID>${xml(workshop.id)}</ID></Identifikation>`,
    `<Betreff>${xml(report.title)}</Betreff>`,
    `<Laufzeit><Beginn>${day(workshop.createdAt)}</Beginn><Ende>${day(report.exportedAt)}</Ende></Laufzeit>`,
    ...organisations.map(
      (name) => `<Beteiligung><Organisation><Name>${xml(name)}</Name></Organisation></Beteiligung>`,
    ),
    ...report.groups.map(({ name }) => `<Teilvorgang><Betreff>${xml(name)}</Betreff></Teilvorgang>`),
    `<Aufbewahrungsdauer><!-- Jahre; legt die aktenführende Stelle fest --></Aufbewahrungsdauer>`,
    ...names.map((name) => `<Dokument><Dateiname>${xml(name)}</Dateiname></Dokument>`),
    `</Vorgang>`,
  ]
  return `${XML_HEAD}${lines.join('\n')}\n`
}
