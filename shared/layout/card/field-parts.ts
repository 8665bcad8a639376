import { commentItems, evidenceItems, words } from './common-parts.ts'
import type { FaceContext, ShownArtefact } from './face.ts'
import type { Cells, Foot, Paragraph, Row, Rows } from './parts.ts'

/** Parts made of a kind's fields as they are, with their labels. */

/** What is written in some fields, with its label; what is empty is left out. */
export function labelled(
  { fields }: ShownArtefact,
  { say }: FaceContext,
  names: readonly string[],
  labels: 'fields' | 'face' = 'fields',
): Row[] {
  return names
    .map((name) => ({
      label: say(labels === 'face' ? `face.${name}` : `fields.${name}.label`),
      value: words(fields[name]).trim(),
    }))
    .filter(({ value }) => value !== '')
}

/** Rows, or nothing where there are none. */
export function rowsOf(rows: readonly Row[], arrangement: Rows['arrangement'] = 'beside'): Rows[] {
  return rows.length > 0 ? [{ type: 'rows', rows, arrangement }] : []
}

/** Label and text of each field under a line of its own; empty fields keep their place. */
export function ruledCells(
  { fields }: ShownArtefact,
  { say }: FaceContext,
  names: readonly string[],
  columns: number,
): Cells {
  const cells = names.map((name) => {
    const text = words(fields[name]).trim()
    return { label: say(`fields.${name}.label`), text, empty: text === '' }
  })
  return { type: 'cells', columns, style: 'ruled', cells }
}

export const quietText = (text: string): Paragraph[] =>
  text.trim() ? [{ type: 'text', text: text.trim(), size: 17, quiet: true }] : []

/** A foot only where there is something to say: for small cards that claim nothing. */
export function smallFoot(context: FaceContext): Foot[] {
  const left = [...evidenceItems(context), ...commentItems(context)]
  return left.length > 0 ? [{ type: 'foot', left }] : []
}

type Written = Readonly<Record<'fields', Readonly<Record<string, unknown>>>>

/** What is written in each item of a field, in their order; nothing where the field holds no items. */
export function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly Written[]).map(({ fields }) => fields) : []
}
