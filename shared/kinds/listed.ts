import { evidenceRole, isKind, traitsOf } from './index.ts'

interface Listed {
  kind: string
  fields: Readonly<Record<string, unknown>>
}

/** Whether a card stands in its group's catalogue, on a sheet or not. */
export function isListed({ kind, fields }: Listed): boolean {
  const rule = isKind(kind) ? traitsOf(kind).catalogue : undefined
  return rule !== undefined && fields[rule.by] !== rule.out
}

/** Whether a card counts also where it lies on no sheet: what was said stays said, and a catalogue is its own place. */
export const countsUnplaced = (card: Listed): boolean =>
  evidenceRole(card.kind) === 'source' || isListed(card)
