import { folded, holds, searchable, WIDTHLESS, type Folded } from '../base/folded-text.ts'
import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { fieldsOf, isKind, traitsOf } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import type { PlaceRule } from '../kinds/spec.ts'
import { withWords } from './clearing.ts'
import type { Source } from './passages.ts'

interface Place {
  exact: string
  outside: string
}

/** Words that are said otherwise outside. */
interface Saying {
  words: Folded
  instead: string
  /** Whether they are meant only where they stand as words of their own. */
  isWhole: boolean
}

/** Stands in place of what is redacted, in every language. */
export const BLACKENED = '█████'

/**
 * Says the place of an interview as it may be said outside: in its own field, and wherever its name stands as words of
 * their own on the interview and on what is made of it or linked to it (`near`). There it stands in brackets, because
 * nobody wrote it. What is redacted in the interview is blackened on the same cards. However it is spelled: words are
 * compared as they are wherever texts are compared.
 */
export function coarsening(
  artefacts: readonly ArtefactSnapshot[],
): (artefact: ArtefactSnapshot) => ArtefactSnapshot {
  const sayings = new Map(
    artefacts.map((one) => [one.id, sayingsOf(one)] as const).filter(([, own]) => own.length > 0),
  )
  if (sayings.size === 0) return (artefact) => artefact
  const around = near(artefacts, new Set(sayings.keys()))
  return (artefact) => {
    const own = [...(around.get(artefact.id) ?? [])].flatMap((id) => sayings.get(id) ?? [])
    if (own.length === 0) return artefact
    const said = (text: string) => saidIn(text, own)
    const specs = isKind(artefact.kind) ? fieldsOf(artefact.kind) : {}
    const fields = withWords(artefact.fields, specs, said)
    return { ...artefact, tags: artefact.tags.map(said), fields: { ...fields, ...ownPlace(artefact) } }
  }
}

/** By card, the interviews it has to do with: itself, those it was taken from or is linked to, and those of the cards that it is linked to. */
function near(
  artefacts: readonly ArtefactSnapshot[],
  interviews: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const links = artefacts.flatMap((artefact) => {
    const from = sourceOf(artefact)?.interviewId
    const to = [...artefact.links.map((link) => String(link.to)), ...(from === undefined ? [] : [from])]
    return to.flatMap((other): [string, string][] => [
      [artefact.id, other],
      [other, artefact.id],
    ])
  })
  const itself = new Map([...interviews].map((id) => [id, new Set([id])]))
  const further = (known: ReadonlyMap<string, ReadonlySet<string>>) => {
    const next = new Map([...known].map(([id, them]) => [id, new Set(them)]))
    for (const [id, other] of links)
      for (const interview of known.get(other) ?? [])
        if (!next.get(id)?.add(interview)) next.set(id, new Set([interview]))
    return next
  }
  return further(further(itself))
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

const sayingsOf = (artefact: ArtefactSnapshot): Saying[] => {
  const place = placeOf(artefact)
  return [
    // Inside of other words too: rather a letter too many than one too few
    ...redactedIn(artefact).map((words) => ({
      words: folded(words.trim()),
      instead: BLACKENED,
      isWhole: false,
    })),
    ...(place ? [{ words: folded(place.exact), instead: `[${place.outside}]`, isWhole: true }] : []),
  ]
}

/** Whether an interview says so much of where, when and with whom that one person may be meant. */
export function pointsAtOne({ kind, fields }: Pick<ArtefactSnapshot, 'kind' | 'fields'>): boolean {
  const rule = ruleOf(kind)
  if (!rule || words(fields[rule.outside]) !== '') return false
  return [rule.exact, ...rule.pointsWith].every((name) => words(fields[name]) !== '')
}

const ruleOf = (kind: string): PlaceRule | null => (isKind(kind) ? (traitsOf(kind).place ?? null) : null)

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

interface Stretch {
  start: number
  /** Exclusive. */
  end: number
  instead: string
}

function saidIn(text: string, sayings: readonly Saying[]): string {
  const letters = folded(text)
  const there = sayings.filter(({ words }) => holds(letters, words))
  if (there.length === 0) return text
  const find = searchable(text)
  const found = there.flatMap(({ words, instead, isWhole }) =>
    find(words, Infinity)
      .filter((place) => !isWhole || isWord(text, place))
      .map((place): Stretch => ({ ...place, instead })),
  )
  return joined(found).reduceRight(
    (said, { start, end, instead }) => said.slice(0, start) + instead + said.slice(end),
    text,
  )
}

/** In order. Of two that lie in one another nothing is left over; what is black stays black. */
function joined(found: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (!last || one.start >= last.end) result.push({ ...one })
    else {
      last.end = Math.max(last.end, one.end)
      if (one.instead === BLACKENED) last.instead = BLACKENED
    }
  }
  return result
}

const BEGINS_WITH_LETTER = new RegExp(String.raw`^(?:${WIDTHLESS.source})*[\p{L}\p{N}]`, 'u')
/** As many units as a letter may have. */
const LETTER = 2

/** Whether no letter stands before or behind. */
const isWord = (text: string, { start, end }: Pick<Stretch, 'start' | 'end'>) =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - LETTER), start)) &&
  !BEGINS_WITH_LETTER.test(text.slice(end))
