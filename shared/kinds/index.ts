import type { FieldSpec, FieldValue, ItemValue, SimpleSpec } from './field.ts'
import type { EvidenceRole, KindSpec } from './spec.ts'
import { brainwriting } from './brainwriting/spec.ts'
import { challenge } from './challenge/spec.ts'
import { checkin } from './checkin/spec.ts'
import { cluster } from './cluster/spec.ts'
import { concept } from './concept/spec.ts'
import { crazy8 } from './crazy8/spec.ts'
import { decision } from './decision/spec.ts'
import { document } from './document/spec.ts'
import { empathyMap } from './empathyMap/spec.ts'
import { existingSolution } from './existingSolution/spec.ts'
import { expectation } from './expectation/spec.ts'
import { feedback } from './feedback/spec.ts'
import { hmw } from './hmw/spec.ts'
import { idea } from './idea/spec.ts'
import { insight } from './insight/spec.ts'
import { interview } from './interview/spec.ts'
import { journey } from './journey/spec.ts'
import { learning } from './learning/spec.ts'
import { matrix } from './matrix/spec.ts'
import { milestone } from './milestone/spec.ts'
import { minutes } from './minutes/spec.ts'
import { note } from './note/spec.ts'
import { observation } from './observation/spec.ts'
import { parking } from './parking/spec.ts'
import { partnership } from './partnership/spec.ts'
import { persona } from './persona/spec.ts'
import { pitch } from './pitch/spec.ts'
import { pov } from './pov/spec.ts'
import { profile } from './profile/spec.ts'
import { prototype } from './prototype/spec.ts'
import { quote } from './quote/spec.ts'
import { retro } from './retro/spec.ts'
import { stakeholder } from './stakeholder/spec.ts'
import { storyboard } from './storyboard/spec.ts'
import { task } from './task/spec.ts'
import { teamCanvas } from './teamCanvas/spec.ts'
import { testCard } from './testCard/spec.ts'
import { testSession } from './testSession/spec.ts'

/** Every artefact kind, in the order in which menus offer them. A new kind is a folder and a line here. */
export const kinds = {
  note,
  interview,
  document,
  quote,
  observation,
  existingSolution,
  stakeholder,
  matrix,
  challenge,
  teamCanvas,
  expectation,
  checkin,
  parking,
  persona,
  empathyMap,
  journey,
  cluster,
  insight,
  pov,
  hmw,
  idea,
  crazy8,
  brainwriting,
  concept,
  storyboard,
  prototype,
  testCard,
  testSession,
  feedback,
  learning,
  pitch,
  partnership,
  milestone,
  profile,
  minutes,
  decision,
  task,
  retro,
} as const satisfies Record<string, KindSpec>

export type ArtefactKind = keyof typeof kinds
/** What somebody writes who says nothing about it. */
export const plainKind = 'note' satisfies ArtefactKind

export const kindNames = Object.keys(kinds) as ArtefactKind[]

export function isKind(value: unknown): value is ArtefactKind {
  return typeof value === 'string' && Object.hasOwn(kinds, value)
}

/** The fields of a kind without their literal types, for code that treats all kinds alike. */
export function fieldsOf(kind: ArtefactKind): Readonly<Record<string, FieldSpec>> {
  return kinds[kind].fields
}

/** What a field holds before anybody wrote into it. */
export function emptyValue(spec: SimpleSpec): ItemValue
export function emptyValue(spec: FieldSpec): FieldValue
export function emptyValue(spec: FieldSpec): FieldValue {
  switch (spec.type) {
    case 'text':
    case 'line':
    case 'transcript':
    case 'spans':
      return ''
    case 'choice':
      return spec.initial
    case 'items':
      return []
    default:
      return null
  }
}

/** Fields merged character by character. */
export function isTextField(spec: FieldSpec): spec is Extract<FieldSpec, { type: 'text' | 'line' }> {
  return spec.type === 'text' || spec.type === 'line'
}

/** The traits of a kind without their literal types. */
export function traitsOf(kind: ArtefactKind): KindSpec {
  return kinds[kind]
}

/** What a kind is to the Warum-Spur; null for one that this version does not know. */
export function evidenceRole(kind: string | undefined): EvidenceRole | null {
  return isKind(kind) ? kinds[kind].evidence : null
}

/** Kinds somebody can begin empty. */
export const writableKinds = kindNames.filter((kind) => traitsOf(kind).begins === 'empty')

/** Kinds that begin with a text from elsewhere. */
export const importedKinds = kindNames.filter((kind) => traitsOf(kind).begins === 'imported')

/** Kinds that a menu offers. */
export const offeredKinds = kindNames.filter((kind) => traitsOf(kind).begins !== 'alongside')

/** What a card of this kind may be turned into, keeping its words. */
export function turnableKinds(kind: ArtefactKind): ArtefactKind[] {
  return traitsOf(kind).begins === 'empty' ? writableKinds.filter((other) => other !== kind) : []
}

/** Of what kinds a new card may be made from one of this kind. */
export function derivableKinds(kind: ArtefactKind): ArtefactKind[] {
  const names = traitsOf(kind).begins === 'empty' ? ['*', kind] : [kind]
  return writableKinds.filter((other) => traitsOf(other).from.some((name) => names.includes(name)))
}

/** The kind of card that is mostly written on this page of the templates (a record id); elsewhere the plain one. */
export function kindForPage(pageId: string): ArtefactKind {
  // A template's page that is added again has a mark behind its name (`shared/methods/add-page.ts`).
  const [template] = pageId.split('--')
  return (
    kindNames.find((kind) => traitsOf(kind).pages.some((page) => template === `page:${page}`)) ?? plainKind
  )
}
