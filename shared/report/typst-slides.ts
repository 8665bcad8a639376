import type { Slide } from './deck-slide.ts'
import type { Deck } from './deck.ts'
import { isBrief } from './points.ts'
import { content, list, moment, string, type HouseLook } from './typst.ts'
import { typstSlidesLook } from './typst-slides-look.ts'
import { fill, wordsIn } from './words.ts'

/**
 * Slides as Typst's source: one page each, and behind them what the person in front says, by slide, so that a hall never
 * sees it.
 * @param pictures path of each picture by its name
 */
export function typstSlidesOf(deck: Deck, look: HouseLook, pictures: ReadonlyMap<string, string>): string {
  const { title, subtitle, language, asOf, notice, slides } = deck
  const { documents } = wordsIn(language)
  const values = {
    title: string(title),
    subtitle: string(subtitle),
    language: string(language),
    region: string(language === 'de' ? 'DE' : 'GB'),
    asof: string(asOf),
    colour: `rgb(${string(look.colour)})`,
    logo: look.logo === null ? 'none' : string(pictures.get(look.logo) ?? ''),
    written: moment(deck.writtenAt),
    'logo-alt': string(documents.logo),
  }
  const settings = Object.entries(values).map(([name, value]) => `#let ${name} = ${value};`)
  const noted = slides
    .map(({ title: name, notes }, n) => ({
      name: fill(documents.deck.noteOf, { number: n + 2, title: name }),
      notes,
    }))
    .filter(({ notes }) => notes.length > 0)
  const remarks = noted.map(({ name, notes }) => `(${string(name)}, (${list(notes.map(string))}))`)
  return [
    ...settings,
    typstSlidesLook,
    `#show: sheet;`,
    `#front(${string(notice ?? '')});`,
    ...slides.map((slide) => slideText(slide, pictures)),
    ...(remarks.length > 0 ? [`#notes(${string(documents.deck.notes)}, (${list(remarks)}));`] : []),
  ].join('\n\n')
}

function slideText(
  { title, about, type, points, pair, picture }: Slide,
  paths: ReadonlyMap<string, string>,
): string {
  const path = picture === null ? undefined : paths.get(picture.name)
  const shown = path === undefined ? 'none' : `(${string(path)}, ${string(picture!.alt)})`
  const isStatement = type === 'points' && isBrief(points)
  const linesOf = (texts: readonly string[]) => list(texts.map((text) => content([{ text }])))
  if (pair !== null) {
    const parts = pair.map(({ label, points: said }) => `(${string(label)}, (${linesOf(said)}))`)
    return `#pair(${string(title)}, ${string(about ?? '')}, ${parts.join(', ')});`
  }
  return `#slide(${string(title)}, ${string(about ?? '')}, ${type === 'opening'}, (${linesOf(points)}), ${shown}, ${isStatement});`
}
