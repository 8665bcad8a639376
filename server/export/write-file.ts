import { csvOf } from '#shared/report/csv.ts'
import { dossierTree } from '#shared/report/dossier.ts'
import { latestHeld, minutesTree } from '#shared/report/minutes.ts'
import { participantsAmong } from '#shared/report/participants.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { reportOf } from '#shared/report/outline.ts'
import { resultsTree } from '#shared/report/results-tree.ts'
import type { Report } from '#shared/report/report.ts'
import { cardTable } from '#shared/report/table.ts'
import type { Material } from './material.ts'
import { leavingOf } from './leaving-of.ts'
import { bookOf } from './sheets/book.ts'
import { odsOf } from './sheets/ods.ts'
import { xlsxOf } from './sheets/xlsx.ts'
import { cardPictures } from './card-pictures.ts'
import { writtenDocument } from './written-document.ts'
import { writeJson } from './write-json.ts'
import type { WriteSettings, Written } from './write-settings.ts'

/** Where a file goes. */
interface Target {
  write: (bytes: Uint8Array) => void
  /** For what has to lie on the disk meanwhile. */
  folder: string
}

const encoder = new TextEncoder()

/** Writes one file, piece by piece where a format allows it. */
export async function writeFile(
  material: Material,
  settings: WriteSettings,
  target: Target,
): Promise<Written> {
  if (settings.content === 'data') {
    await writeJson(material, settings, (text) => target.write(encoder.encode(text)))
    return { isReduced: settings.quotes === 'released' }
  }
  const report = reportFrom(material, settings)
  if (settings.content === 'tables') target.write(tableFile(report, settings))
  else {
    const pictures = await cardPictures(material, report)
    const tree = treeOf(material, report, settings, pictures.nameOf)
    target.write(await writtenDocument(tree, settings.format, pictures.files, target.folder))
  }
  return { isReduced: report.notice !== null }
}

function treeOf(
  material: Material,
  report: Report,
  { content, chapters, meetingId }: WriteSettings,
  picture: (assetId: string) => string | null,
): DocumentTree {
  const { groups, members, meetings, scope } = material
  const groupIds = groups.map(({ group }) => (group.kind === 'plenum' ? null : group.id))
  const ofGroups = groupIds.map((id) => participantsAmong(members, id))
  const ofAll = scope === 'group' ? ofGroups[0]! : participantsAmong(members, null)
  if (content === 'dossier') {
    return dossierTree(report, { chapters, participants: { ofGroups, ofAll }, picture })
  }
  if (content === 'minutes') {
    const histories = groups.map(({ history }) => history)
    const meeting = meetings.find(({ id }) => id === meetingId) ?? latestHeld(meetings, histories)
    return minutesTree(report, { meeting, histories, participants: ofAll })
  }
  return resultsTree(report, picture)
}

function tableFile(report: Report, { format, language, withIds }: WriteSettings): Uint8Array {
  if (format === 'csv') return encoder.encode(csvOf(cardTable(report, { withIds }), language, report.notice))
  const book = bookOf(report, { withIds })
  return format === 'ods' ? odsOf(book) : xlsxOf(book)
}

function reportFrom(material: Material, settings: WriteSettings): Report {
  const { workshop, groups } = material
  const { language, timeZone, exportedAt } = settings
  const outgoing = leavingOf(material, language)
  const sources = groups.map(({ group, history }, n) => ({
    name: group.name,
    kind: group.kind,
    document: outgoing.documents[n]!,
    history,
  }))
  return reportOf(sources, outgoing, { title: workshop.title, language, timeZone, exportedAt })
}
