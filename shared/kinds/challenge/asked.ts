import type { FieldValue } from '../field.ts'

/** The question of a design challenge; null for a card of another kind. */
export const questionAsked = ({
  kind,
  fields,
}: {
  kind: string
  fields: Readonly<Record<string, FieldValue>>
}): FieldValue | null => (kind === 'challenge' ? (fields.question ?? null) : null)
