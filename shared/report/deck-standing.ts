import { fieldsOf, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { bare, type Slide } from './deck-slide.ts'
import { pagesOfPoints } from './points.ts'
import type { Report, ReportCard, ReportGroup } from './report.ts'
import { roadmapOf } from './roadmap.ts'
import { fill, optionLabel, wordsIn, type Words } from './words.ts'

/** Behind the solutions of a group: who takes part, the firmest first, and what comes next. */
export function standingSlides(group: ReportGroup, report: Report, isOneOfSeveral: boolean): Slide[] {
  const { deck } = wordsIn(report.language).documents
  const slides = (title: string, points: readonly string[]): Slide[] =>
    points.length === 0
      ? []
      : pagesOfPoints(points).map((shown, n) => ({
          ...{ ...bare, points: shown },
          title: n === 0 ? title : fill(deck.continued, { title, part: n + 1 }),
          about: isOneOfSeveral ? group.name : null,
        }))
  return [...slides(deck.partners, partnersOf(group, report)), ...slides(deck.next, nextOf(group, report))]
}

function partnersOf({ cards }: ReportGroup, { language }: Report): string[] {
  const words = wordsIn(language)
  return cards
    .flatMap((card) => {
      const rule = traitsOf(card.kind).pledge
      if (!rule || card.withheld) return []
      const [role, firmness] = [textOf(card, rule.role), textOf(card, rule.firmness)]
      const point = [card.headline, role, firmness].filter(Boolean).join(' · ')
      return [{ point, level: levels(card.kind, rule.firmness, words).indexOf(firmness) }]
    })
    .sort((one, other) => other.level - one.level)
    .map(({ point }) => point)
}

const textOf = ({ fields }: ReportCard, name: string) =>
  fields.find((field) => field.name === name)?.text ?? ''

/** In words, from a mere interest to a promise. */
function levels(kind: ArtefactKind, name: string, words: Words): string[] {
  const spec = fieldsOf(kind)[name]
  return spec?.type === 'choice' ? spec.options.map((option) => optionLabel(words, kind, name, option)) : []
}

/** What is done already is no news to a hall. */
const nextOf = (group: ReportGroup, report: Report): string[] =>
  (roadmapOf({ ...report, groups: [group] })?.entries ?? [])
    .filter(({ isDone }) => !isDone)
    .map(({ when, what }) => (when === '' ? what : `${when}: ${what}`))
