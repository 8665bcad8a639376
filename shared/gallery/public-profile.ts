import { withoutControls } from '../base/visible-text.ts'
import { profile } from '../kinds/profile/spec.ts'

/** Fields of a solution profile that become public, in the order in which they are read. */
export const publicFields = [
  'name',
  'purpose',
  'targetGroup',
  'readiness',
  'reuse',
  'transferConditions',
  'operator',
  'operatorKind',
  'costs',
  'costKind',
  'topic',
  'contact',
] as const satisfies readonly Exclude<keyof typeof profile.fields, 'publication'>[]
export type PublicField = (typeof publicFields)[number]

/** A solution profile as everybody may read it. Nothing of its group, its links or who wrote it. */
export type PublicProfile = Record<PublicField, string>

/** The only field in which somebody may be named. */
export const contactField = 'contact' satisfies PublicField

/** Fields by which the gallery is filtered with a choice; what is still open is nothing to choose. */
export const filterFields = [
  'readiness',
  'operatorKind',
  'costKind',
] as const satisfies readonly PublicField[]
export type FilterField = (typeof filterFields)[number]
const OPEN_CHOICE = 'unknown'

/** The options of a filter, in the order of the kind. */
export const choicesOf = (field: FilterField): readonly string[] =>
  profile.fields[field].options.filter((option) => option !== OPEN_CHOICE)

export const isFilterField = (field: PublicField): field is FilterField =>
  (filterFields as readonly string[]).includes(field)

/** What a card's fields are outside; what is missing or no text is empty. */
export function publicProfileOf(fields: Readonly<Record<string, unknown>>): PublicProfile {
  const entries = publicFields.map((field) => {
    const value = fields[field]
    return [field, typeof value === 'string' ? withoutControls(value).trim() : '']
  })
  return Object.fromEntries(entries) as PublicProfile
}
