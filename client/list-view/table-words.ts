import type { TableWords } from './returned-table.ts'

/** Words of tables in both languages: whoever takes one along may read another than who brings it back. */
export async function tableWords(): Promise<TableWords[]> {
  const [{ de }, { en }] = await Promise.all([
    import('#shared/i18n/de/index.ts'),
    import('#shared/i18n/en/index.ts'),
  ])
  return [de, en].map(({ kinds, results, artefacts }): TableWords => {
    const { column, report } = results
    const { id, headline, kind: _, ...about } = column
    const withheld = Object.values(kinds).flatMap((texts) => ('withheld' in texts ? [texts.withheld] : []))
    return {
      ...{ kinds, id, headline },
      about: [...Object.values(about), artefacts.tags.label, artefacts.status.label],
      withheld: [report.withheldText, ...withheld],
    }
  })
}
