import { folded, holds, searchable, WIDTHLESS, type Folded } from '../base/folded-text.ts'
import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { emptyValue, fieldsOf, isKind, traitsOf } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import type { PlaceRule } from '../kinds/spec.ts'
import { withWords } from './clearing.ts'
import { dayPattern, daysIn } from './days.ts'
import type { Source } from './passages.ts'
import { takenAmong } from './taken.ts'

interface Place {
  exact: string
  outside: string
}

/** Words that are said otherwise outside. */
interface Saying {
  /** A pattern for a day, which is written in many ways. */
  words: Folded | RegExp
  instead: string
  /** Whether they are meant only where they stand as words of their own. */
  isWhole: boolean
  /** On the interview and the evidence from it alone: everyday words, such as a function, that mean nobody on other cards. */
  isOfPerson?: true
}

/** Stands in place of what is redacted, in every language. */
export const BLACKENED = '█████'

/**
 * Says the place of an interview as it may be said outside: in its own field, and wherever its name stands as words of
 * their own on the interview and on what is made of it or linked to it (`near`). There it stands in brackets, because
 * nobody wrote it; promised and not said otherwise, it is blackened. So is what is redacted in the interview, on the same cards,
 * and, where the person was promised not to be recognised, day and function on the interview and the evidence from it. However it is spelled: words are
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
  const isTaken = takenAmong(artefacts)
  return (artefact) => {
    const own = [...(around.get(artefact.id) ?? [])].flatMap((id) =>
      sayings.get(id)!.filter(({ isOfPerson }) => !isOfPerson || artefact.id === id || isTaken(artefact, id)),
    )
    if (own.length === 0) return artefact
    const said = (text: string) => saidIn(text, own)
    const specs = isKind(artefact.kind) ? fieldsOf(artefact.kind) : {}
    const isSaidDay = (value: unknown) => typeof value === 'string' && value !== '' && said(value) !== value
    const fields = Object.fromEntries(
      Object.entries(withWords(artefact.fields, specs, said)).map(([name, value]) => {
        const spec = specs[name]
        return [name, spec?.type === 'date' && isSaidDay(value) ? emptyValue(spec) : value]
      }),
    )
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
    ...(place ? [{ words: folded(place.exact), instead: inBrackets(place.outside), isWhole: true }] : []),
    ...hiddenIn(artefact).map((said): Saying => ({
      words: /^\d{4}-\d\d-\d\d$/.test(said) ? dayPattern(said) : folded(said),
      instead: BLACKENED,
      isWhole: true,
      isOfPerson: true,
    })),
  ]
}

const inBrackets = (outside: string) => (outside === BLACKENED ? outside : `[${outside}]`)

/** What stays with the place where a person was promised not to be recognised. */
function hiddenIn(artefact: ArtefactSnapshot): string[] {
  const rule = ruleOf(artefact.kind)
  if (!rule || promised(artefact, rule) !== rule.promise.hidden) return []
  return rule.pointsWith.map((name) => words(artefact.fields[name])).filter((said) => said !== '')
}

const promised = ({ fields }: Pick<ArtefactSnapshot, 'fields'>, { promise }: PlaceRule) => fields[promise.by]

const staysHere = (artefact: Pick<ArtefactSnapshot, 'fields'>, rule: PlaceRule) =>
  [rule.promise.placeless, rule.promise.hidden].some((level) => level === promised(artefact, rule))

/**
 * Whether an interview says so much of where, when and with whom that one person may be meant, and nobody has said that
 * they may be recognised.
 */
export function pointsAtOne(interview: Pick<ArtefactSnapshot, 'kind' | 'fields'>): boolean {
  const { kind, fields } = interview
  const rule = ruleOf(kind)
  if (!rule || isCoarse(fields, rule) || staysHere(interview, rule)) return false
  if (promised(interview, rule) === rule.promise.recognisable) return false
  return [rule.exact, ...rule.pointsWith].every((name) => words(fields[name]) !== '')
}

/** What a place is called behind what it is, without what explains it: "Aue" of "Stadt Aue (Sachsen)". */
const KIND_OF_PLACE =
  /^(?:(?:große|kleine|kreisfreie|hanse-?|hansestadt)\s*)?(?:stadt|samtgemeinde|verbandsgemeinde|gemeinde|landkreis|kreis|region|insel|flecken|markt|county of|town of|city of|municipality of)\s+/iu

/** Whether another place is to be said outside: what names the exact one is no other. */
function isCoarse(fields: ArtefactSnapshot['fields'], rule: PlaceRule): boolean {
  const outside = words(fields[rule.outside])
  const exact = words(fields[rule.exact])
  const name = exact.split(/\s*[(,;]/u)[0]!.replace(KIND_OF_PLACE, '')
  const found = name === '' ? [] : searchable(outside)(folded(name), Infinity)
  return outside !== '' && !found.some((place) => isWord(outside, place))
}

const ruleOf = (kind: string): PlaceRule | null => (isKind(kind) ? (traitsOf(kind).place ?? null) : null)

const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

function placeOf(artefact: ArtefactSnapshot): Place | null {
  const { kind, fields } = artefact
  const rule = ruleOf(kind)
  if (!rule) return null
  const exact = words(fields[rule.exact])
  const outside = words(fields[rule.outside]) || (staysHere(artefact, rule) ? BLACKENED : '')
  return exact === '' || outside === '' || exact === outside ? null : { exact, outside }
}

function ownPlace(artefact: ArtefactSnapshot): ArtefactSnapshot['fields'] {
  const [rule, place] = [ruleOf(artefact.kind), placeOf(artefact)]
  if (!rule || !isKind(artefact.kind)) return {}
  const specs = fieldsOf(artefact.kind)
  const hidden = promised(artefact, rule) === rule.promise.hidden ? rule.pointsWith : []
  // A copy that was read in keeps the promise, too: what it says of the place is what may be said of it
  const outside = place && staysHere(artefact, rule) ? place.outside : ''
  return {
    ...(place ? { [rule.exact]: place.outside, [rule.outside]: outside } : {}),
    ...Object.fromEntries(hidden.map((name) => [name, emptyValue(specs[name]!)])),
  }
}

interface Stretch {
  start: number
  /** Exclusive. */
  end: number
  instead: string
}

function saidIn(text: string, sayings: readonly Saying[]): string {
  const letters = folded(text)
  const there = sayings.filter(({ words }) =>
    words instanceof RegExp ? daysIn(text, words).length > 0 : holds(letters, words),
  )
  if (there.length === 0) return text
  const find = searchable(text)
  const found = there.flatMap(({ words, instead, isWhole }) =>
    (words instanceof RegExp ? daysIn(text, words) : find(words, Infinity))
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
