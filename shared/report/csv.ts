import { csvText } from '../base/csv-text.ts'
import type { ReportLanguage } from './words.ts'
import { textOfCell, type Table } from './table.ts'

/**
 * A table as CSV.
 * @param notice stands in a line of its own before the columns: what somebody must know who reads the table
 */
export function csvOf(
  { columns, rows }: Table,
  language: ReportLanguage,
  notice: string | null = null,
): string {
  const lines = [...(notice === null ? [] : [[notice]]), columns, ...rows]
  return csvText(
    lines.map((cells) => cells.map(textOfCell)),
    language,
  )
}
