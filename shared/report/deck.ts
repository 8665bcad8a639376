import { fieldsOf, traitsOf } from '../kinds/index.ts'
import type { KindTexts } from '../kinds/texts.ts'
import { bare, type Slide } from './deck-slide.ts'
import { standingSlides } from './deck-standing.ts'
import { fitsHalf, pagesOfPoints, pointsIn } from './points.ts'
import type { Report, ReportCard, ReportField, ReportGroup } from './report.ts'
import { frontOf } from './results-tree.ts'
import { fill, optionLabel, wordsIn, type ReportLanguage, type Words } from './words.ts'

/** Slides that know no format: what is shown to a hall, and what the person in front says to it. */
export interface Deck {
  title: string
  subtitle: string
  language: ReportLanguage
  asOf: string
  notice: string | null
  /** Milliseconds since the Unix epoch. */
  writtenAt: number
  slides: readonly Slide[]
}

interface DeckSettings {
  /** Of this card alone; null: of all that are made to be shown. */
  cardId: string | null
  /** Names of pictures by asset; one that is not there is left out. */
  picture: (assetId: string) => string | null
}

interface Telling {
  words: Words
  picture: DeckSettings['picture']
  /** All cards of a group, by their id. */
  cards: ReadonlyMap<string, ReportCard>
}

const MOST_QUOTES = 5
/** Longer words of somebody are for whoever speaks. */
const MOST_CHARS_OF_A_QUOTE = 180

/** Whether it is made to be shown: a pitch, and a concept that none came of yet. */
const isShown = ({ kind, withheld }: ReportCard) => traitsOf(kind).slides !== undefined && !withheld

export function deckOf(report: Report, { cardId, picture }: DeckSettings): Deck {
  const words = wordsIn(report.language)
  const shown = report.groups
    .map((group) => ({ group, cards: chosenOf(group, cardId) }))
    .filter(({ cards }) => cards.length > 0)
  const all = shown.flatMap(({ cards }) => cards)
  const alone = all.length === 1 ? all[0]! : null
  const slides = shown.flatMap(({ group, cards }) => {
    const telling: Telling = { words, picture, cards: new Map(group.cards.map((card) => [card.id, card])) }
    const opening: Slide[] =
      shown.length > 1
        ? [{ ...bare, title: group.name, type: 'opening', points: cards.map(({ headline }) => headline) }]
        : []
    return [
      ...opening,
      ...cards.flatMap((card) => cardSlides(card, card === alone, telling)),
      ...(cardId === null ? standingSlides(group, report, shown.length > 1) : []),
    ]
  })
  const front = frontOf(report)
  const only = report.groups.length === 1 ? report.groups[0]!.name : null
  return {
    ...front,
    title: alone?.headline ?? only ?? report.title,
    subtitle: [alone ? words.kinds[alone.kind].label : '', alone ? only : '', only ? report.title : '']
      .filter(Boolean)
      .join(' · '),
    slides: slides.length > 0 ? slides : [{ ...bare, title: words.documents.deck.nothing }],
  }
}

/** What something else of the same group was made of is told by that. */
function chosenOf({ cards }: ReportGroup, cardId: string | null): ReportCard[] {
  if (cardId !== null) return cards.filter((card) => card.id === cardId && isShown(card))
  const shown = cards.filter(isShown)
  const byId = new Map(cards.map((card) => [card.id, card]))
  const behind = new Set<string>()
  for (const card of shown) for (const id of restsOn(card, byId)) behind.add(id)
  return shown.filter(({ id }) => !behind.has(id))
}

/** Everything a card goes back to, through however many others. */
function restsOn(card: ReportCard, byId: ReadonlyMap<string, ReportCard>): Set<string> {
  const found = new Set<string>()
  const walk = ({ relations }: ReportCard): void => {
    for (const { targetId, leadsBack } of relations) {
      const target = byId.get(targetId)
      if (!leadsBack || !target || found.has(targetId) || targetId === card.id) continue
      found.add(targetId)
      walk(target)
    }
  }
  walk(card)
  return found
}

/** An opening with what is said in a line and what somebody said, then its parts, short ones two on a slide. */
function cardSlides(card: ReportCard, isAlone: boolean, telling: Telling): Slide[] {
  const { words } = telling
  const own = traitsOf(card.kind).slides ?? []
  const parts = own.map((names) =>
    names.flatMap((name) => card.fields.find((field) => field.name === name) ?? []),
  )
  const lines = card.fields.filter((field) => !own.flat().includes(field.name) && isLine(card, field, words))
  const picture = pictureFor(card, telling)
  const { shown, notes } = evidenceOf(card, telling)
  const points = [
    ...lines.map(({ label, text }) => `${label.replace(/[?:]$/, '')}: ${text}`),
    ...(shown === null ? [] : [shown]),
  ]
  // Of one card alone the title slide opens already
  const isOpened = !isAlone || points.length > 0 || picture !== null
  const opening: Slide = { ...bare, title: card.headline, type: 'opening', points, picture }
  const told = parts.flatMap((fields) => partSlides(card, fields, isAlone ? null : card.headline, words))
  const [first, ...others] = isOpened ? [opening, ...told] : told
  return first ? [{ ...first, notes: [...first.notes, ...notes] }, ...others] : []
}

/** Worth a line below the title; a choice that nobody has made yet is not. */
function isLine({ kind }: ReportCard, { name, aside, pictures, rows, text }: ReportField, words: Words) {
  if (aside || pictures.length > 0 || rows !== null) return false
  const spec = fieldsOf(kind)[name]
  return spec?.type !== 'choice' || text !== optionLabel(words, kind, name, spec.initial)
}

/** What belongs together stands side by side where it is short. */
function partSlides(
  { kind }: ReportCard,
  fields: readonly ReportField[],
  about: string | null,
  words: Words,
): Slide[] {
  const texts: KindTexts = words.kinds[kind]
  const { deck } = words.documents
  const hintOf = ({ name }: ReportField) => texts.fields[name]?.hint ?? []
  const language = words === wordsIn('de') ? 'de' : 'en'
  const [one, other] = fields.map(({ label, text }) => ({ label, points: pointsIn(text, language) }))
  if (one && other && fitsHalf(one.points) && fitsHalf(other.points)) {
    const title = `${one.label} · ${other.label}`
    return [{ ...bare, about, title, pair: [one, other], notes: fields.flatMap(hintOf) }]
  }
  return fields.flatMap((field) =>
    pagesOfPoints(pointsIn(field.text, language)).map((points, n) => ({
      ...{ ...bare, about, points },
      title: n === 0 ? field.label : fill(deck.continued, { title: field.label, part: n + 1 }),
      notes: n === 0 ? [hintOf(field)].flat() : [],
    })),
  )
}

/** What it rests on: some words of somebody for the hall, and for questions from it how much, with more of them. */
function evidenceOf(
  { evidence, trail }: ReportCard,
  { words, cards }: Telling,
): { shown: string | null; notes: string[] } {
  const said = trail.pieces
    .flatMap((id) => cards.get(id) ?? [])
    .filter(({ withheld, kind }) => !withheld && traitsOf(kind).said)
  const shown = said.find(({ headline }) => headline.length <= MOST_CHARS_OF_A_QUOTE) ?? null
  const quoted = ({ headline }: ReportCard) => fill(words.results.report.quotation, { text: headline })
  const quotes = said
    .filter((card) => card !== shown)
    .slice(0, MOST_QUOTES)
    .map(quoted)
  const rests = evidence === null ? [] : [fill(words.documents.deck.restsOn, { evidence })]
  return { shown: shown && quoted(shown), notes: [...rests, ...quotes] }
}

/** Its own picture, else that of what it was made of: a pitch shows the sketch of its concept. */
function pictureFor(card: ReportCard, { words, cards, picture }: Telling): Slide['picture'] {
  const near = [card, ...[...restsOn(card, cards)].flatMap((id) => cards.get(id) ?? [])]
  for (const { kind, headline, fields, withheld } of near) {
    if (withheld || !Object.values(fieldsOf(kind)).some(({ type }) => type === 'image' || type === 'items'))
      continue
    for (const { pictures, label } of fields)
      for (const { assetId, text } of pictures) {
        const name = picture(assetId)
        const called = fill(words.results.report.quotation, { text: headline })
        const about = text || `${words.kinds[kind].label} ${called}`
        if (name !== null) return { name, alt: `${label}: ${about}` }
      }
  }
  return null
}
