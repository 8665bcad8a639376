import type { FieldSpec, SimpleSpec } from './field.ts'
import type { KindSpec } from './spec.ts'

/** Words for one kind, in one language. They have a namespace of their own: `kinds.<kind>.…`. */
export interface KindTexts {
  label: string
  plural: string
  /** What it is, for somebody who has never made one. */
  hint: string
  /** Stands where the headline is not written yet. */
  empty: string
  /** Stands where the card may not be shown; for kinds with a release. */
  withheld?: string
  /** On the button that takes one down, and once it is; for kinds that can be captured. */
  captured?: CapturedTexts
  fields: Record<string, FieldTexts>
  /** Words that stand on the card only, shorter than labels. */
  face?: Readonly<Record<string, string>>
}

interface CapturedTexts {
  keep: string
  kept: string
}

export interface FieldTexts {
  label: string
  hint?: string
  /** What somebody could write there. */
  example?: string
  options?: Record<string, string>
  /** Words for one item ("Schritt") and for what it is made of; for fields of type `items`. */
  item?: string
  fields?: Record<string, FieldTexts>
  /** Words for the cells in which its items may lie. */
  cells?: Record<string, string>
}

/** The texts a specification asks for: a field, an option without words is a type error. */
export type TextsOf<Spec extends KindSpec> = Omit<KindTexts, 'fields' | 'withheld' | 'captured'> & {
  fields: { [Name in keyof Spec['fields']]: TextsOfField<Spec['fields'][Name]> }
} & (Spec extends { release: object } ? { withheld: string } : unknown) &
  (Spec extends { captured: object } ? { captured: CapturedTexts } : unknown)

type TextsOfField<Spec extends FieldSpec> = Omit<FieldTexts, 'options' | 'item' | 'fields' | 'cells'> &
  (Spec extends { type: 'choice'; options: readonly (infer Option extends string)[] }
    ? { options: Record<Option, string> }
    : unknown) &
  (Spec extends { type: 'items'; fields: infer Inner extends Readonly<Record<string, SimpleSpec>> }
    ? { item: string; fields: { [Name in keyof Inner]: TextsOfField<Inner[Name]> } }
    : unknown) &
  (Spec extends { places: readonly (infer Cell extends string)[] }
    ? { cells: Record<Cell, string> }
    : unknown)
