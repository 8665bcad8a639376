import type { Slide, SlidePart } from './deck-slide.ts'
import type { Deck } from './deck.ts'
import { noAttributes, heading, inlinesMeta, pandocDocument, para, words } from './pandoc-nodes.ts'
import type { PandocDocument, PandocNode } from './pandoc-nodes.ts'

/** Slides as Pandoc's tree, for PPTX: each begins with a heading of the first level. */
export function pandocSlidesOf({ title, subtitle, language, asOf, notice, slides }: Deck): PandocDocument {
  return pandocDocument(
    {
      title: inlinesMeta(title),
      subtitle: inlinesMeta([subtitle, asOf].filter(Boolean).join('\n')),
      lang: inlinesMeta(language === 'de' ? 'de-DE' : 'en-GB'),
    },
    [...(notice === null ? [] : [notesNode([notice])]), ...slides.flatMap(slideNodes)],
  )
}

function slideNodes({ title, about, type, points, pair, picture, notes }: Slide): PandocNode[] {
  const said = pointNodes(type, points)
  const seen = picture === null ? [] : [para([imageNode(picture)])]
  const isBoth = said.length > 0 && seen.length > 0
  const body = isBoth ? [div('columns', [column(said), column(seen)])] : [...said, ...seen]
  return [
    heading(1, about === null ? title : `${title} – ${about}`),
    ...(pair === null ? body : [div('columns', pair.map(partNode))]),
    ...(notes.length > 0 ? [notesNode(notes)] : []),
  ]
}

/** One point is a sentence, several are a list; lines of an opening are no points. */
function pointNodes(type: Slide['type'], points: readonly string[]): PandocNode[] {
  if (type === 'opening' || points.length === 1) return points.map((point) => para(words(point)))
  return points.length === 0
    ? []
    : [{ t: 'BulletList', c: points.map((point) => [{ t: 'Plain', c: words(point) }]) }]
}

const partNode = ({ label, points }: SlidePart): PandocNode =>
  column([para([{ t: 'Strong', c: words(label) }]), ...pointNodes('points', points)])

const div = (name: string, blocks: PandocNode[]): PandocNode => ({ t: 'Div', c: [['', [name], []], blocks] })
const column = (blocks: PandocNode[]): PandocNode => ({
  t: 'Div',
  c: [['', ['column'], [['width', '50%']]], blocks],
})
const notesNode = (texts: readonly string[]): PandocNode =>
  div(
    'notes',
    texts.map((text) => para(words(text))),
  )

/** Pandoc takes the words for those who do not see a picture from its title, and writes what stands beside it below it. */
const imageNode = ({ name, alt }: NonNullable<Slide['picture']>): PandocNode => ({
  t: 'Image',
  c: [noAttributes, [], [name, alt]],
})
