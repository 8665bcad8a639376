import type { FieldSpec, FieldValue, KindSpec, QuoteSource } from './field.ts'
import { idea } from './idea.ts'
import { interview } from './interview.ts'
import { note } from './note.ts'
import { persona } from './persona.ts'
import { quote } from './quote.ts'

/** Every artefact kind, in the order in which menus offer them. A new kind is one file and one line here. */
export const kinds = { note, quote, persona, idea, interview } as const satisfies Record<string, KindSpec>

export type ArtefactKind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as ArtefactKind[]

export type FieldName<Kind extends ArtefactKind> = keyof (typeof kinds)[Kind]['fields'] & string

type ValueOf<Spec extends FieldSpec> = Spec extends { type: 'text' | 'line' | 'transcript' }
  ? string
  : Spec extends { type: 'choice'; options: readonly (infer Option)[] }
    ? Option
    : Spec extends { type: 'number' }
      ? number | null
      : Spec extends { type: 'source' }
        ? QuoteSource | null
        : string | null

/** Plain values of a kind's fields, as read from a document. */
export type FieldsOf<Kind extends ArtefactKind> = {
  [Name in keyof (typeof kinds)[Kind]['fields']]: ValueOf<(typeof kinds)[Kind]['fields'][Name] & FieldSpec>
}

export function isKind(value: unknown): value is ArtefactKind {
  return typeof value === 'string' && Object.hasOwn(kinds, value)
}

/** The fields of a kind without their literal types, for code that treats all kinds alike. */
export function fieldsOf(kind: ArtefactKind): Readonly<Record<string, FieldSpec>> {
  return kinds[kind].fields
}

/** What a field holds before anybody wrote into it. */
export function emptyValue(spec: FieldSpec): FieldValue {
  switch (spec.type) {
    case 'text':
    case 'line':
    case 'transcript':
      return ''
    case 'choice':
      return spec.initial
    default:
      return null
  }
}

/** Fields merged character by character. */
export function isTextField(spec: FieldSpec): spec is Extract<FieldSpec, { type: 'text' | 'line' }> {
  return spec.type === 'text' || spec.type === 'line'
}
