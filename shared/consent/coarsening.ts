import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { isKind, traitsOf } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import type { PlaceRule } from '../kinds/spec.ts'

interface Place {
  exact: string
  outside: string
}

/**
 * Says the place of an interview as it may be said outside: in its own field, and wherever its name stands as words of
 * their own on the interview and on cards that were taken from it or are linked to it. There it stands in brackets, because
 * nobody wrote it.
 */
export function coarsening(
  artefacts: readonly ArtefactSnapshot[],
): (artefact: ArtefactSnapshot) => ArtefactSnapshot {
  const places = new Map(artefacts.flatMap((one) => (placeOf(one) ? [[one.id, placeOf(one)!] as const] : [])))
  if (places.size === 0) return (artefact) => artefact
  return (artefact) => {
    const around = [artefact.id, sourceOf(artefact)?.interviewId, ...artefact.links.map(({ to }) => to)]
    const near = around.flatMap((id) => (id === undefined ? [] : (places.get(id) ?? [])))
    if (near.length === 0) return artefact
    const { fields, tags } = near.reduce(
      ({ fields, tags }, place) => ({ fields: said(fields, place), tags: said(tags, place) }),
      { fields: artefact.fields, tags: artefact.tags },
    )
    return { ...artefact, tags, fields: { ...fields, ...ownPlace(artefact) } }
  }
}

/** Whether an interview says so much of where, when and with whom that one person may be meant. */
export function pointsAtOne({ kind, fields }: Pick<ArtefactSnapshot, 'kind' | 'fields'>): boolean {
  const rule = ruleOf(kind)
  if (!rule || words(fields[rule.outside]) !== '') return false
  return [rule.exact, ...rule.pointsWith].every((name) => words(fields[name]) !== '')
}

const ruleOf = (kind: string): PlaceRule | null => (isKind(kind) ? (traitsOf(kind).place ?? null) : null)

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

function placeOf({ kind, fields }: ArtefactSnapshot): Place | null {
  const rule = ruleOf(kind)
  const [exact, outside] = rule ? [words(fields[rule.exact]), words(fields[rule.outside])] : ['', '']
  return exact === '' || outside === '' || exact === outside ? null : { exact, outside }
}

function ownPlace(artefact: ArtefactSnapshot): ArtefactSnapshot['fields'] {
  const [rule, place] = [ruleOf(artefact.kind), placeOf(artefact)]
  return rule && place ? { [rule.exact]: place.outside, [rule.outside]: '' } : {}
}

function said<Value>(value: Value, { exact, outside }: Place): Value {
  const name = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(exact)}(?![\\p{L}\\p{N}])`, 'giu')
  const within = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(name, () => `[${outside}]`)
    if (Array.isArray(part)) return part.map(within)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, within(inner)]))
  }
  return within(value) as Value
}
