import { csvOf } from '#shared/report/csv.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { reportOf } from '#shared/report/outline.ts'
import { resultsTree } from '#shared/report/results-tree.ts'
import type { Report } from '#shared/report/report.ts'
import { cardTable } from '#shared/report/table.ts'
import type { Material } from './material.ts'
import { leavingOf } from './leaving-of.ts'
import { writeJson } from './write-json.ts'
import type { WriteSettings } from './write-settings.ts'

/** Writes one file, piece by piece. The spreadsheet library takes a second to load and comes only if needed. */
export async function writeFile(
  material: Material,
  settings: WriteSettings,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const encoder = new TextEncoder()
  switch (settings.format) {
    case 'json':
      return writeJson(material, settings, (text) => write(encoder.encode(text)))
    case 'markdown':
      return write(encoder.encode(markdownOf(resultsTree(reportFrom(material, settings)))))
    case 'csv':
      return write(encoder.encode(csvOf(cardTable(reportFrom(material, settings)), settings.language)))
    case 'xlsx':
      return write(await (await import('./workbook.ts')).workbookOf(reportFrom(material, settings)))
  }
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
