import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { fieldsOf, isKind, traitsOf } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import type { PlaceRule } from '../kinds/spec.ts'
import type { Source } from './passages.ts'

interface Place {
  exact: string
  outside: string
}

/** Words that are said otherwise outside. */
interface Saying {
  words: RegExp
  instead: string
}

/** Stands in place of what is redacted, in every language. */
export const BLACKENED = '█████'

/**
 * Says the place of an interview as it may be said outside: in its own field, and wherever its name stands as words of
 * their own on the interview and on cards that were taken from it or are linked to it. There it stands in brackets, because
 * nobody wrote it. What is redacted in the interview is blackened on the same cards.
 */
export function coarsening(
  artefacts: readonly ArtefactSnapshot[],
): (artefact: ArtefactSnapshot) => ArtefactSnapshot {
  const sayings = new Map(
    artefacts.map((one) => [one.id, sayingsOf(one)] as const).filter(([, own]) => own.length > 0),
  )
  if (sayings.size === 0) return (artefact) => artefact
  return (artefact) => {
    const around = [artefact.id, sourceOf(artefact)?.interviewId, ...artefact.links.map(({ to }) => to)]
    const near = [...new Set(around)].flatMap((id) => (id === undefined ? [] : (sayings.get(id) ?? [])))
    if (near.length === 0) return artefact
    const fields = near.reduce(said, artefact.fields)
    const tags = near.reduce(said, artefact.tags)
    return { ...artefact, tags, fields: { ...fields, ...ownPlace(artefact) } }
  }
}

/** What is redacted anywhere among these, so that no other text repeats it either, whoever released it (`passages.ts`). */
export const redactedAmong = (artefacts: readonly ArtefactSnapshot[]): Source[] =>
  artefacts.flatMap(redactedIn).map((text) => ({ text, type: 'wording', isRefused: true }))

/** Words in the items of an interview that withhold something. */
function redactedIn({ kind, fields }: ArtefactSnapshot): string[] {
  if (!isKind(kind)) return []
  return Object.entries(fieldsOf(kind)).flatMap(([name, spec]) => {
    const value = fields[name]
    if (spec.type !== 'items' || spec.inside !== 'closing' || !Array.isArray(value)) return []
    const texts = value.flatMap((item) => Object.values(item.fields))
    return texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '')
  })
}

/** Longest first: of two that lie in one another nothing is left over. */
function sayingsOf(artefact: ArtefactSnapshot): Saying[] {
  const place = placeOf(artefact)
  const redacted = redactedIn(artefact).sort((a, b) => b.length - a.length)
  return [
    ...redacted.map(blackened),
    ...(place
      ? [
          {
            words: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(place.exact)}(?![\\p{L}\\p{N}])`, 'giu'),
            instead: `[${place.outside}]`,
          },
        ]
      : []),
  ]
}

/** Wherever the words stand, inside of others too: rather a letter too many than one too few. */
const blackened = (words: string): Saying => ({
  words: new RegExp(escaped(words.trim()).replace(/\s+/g, '\\s+'), 'giu'),
  instead: BLACKENED,
})

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

function said<Value>(value: Value, { words, instead }: Saying): Value {
  const within = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(words, () => instead)
    if (Array.isArray(part)) return part.map(within)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, within(inner)]))
  }
  return within(value) as Value
}
