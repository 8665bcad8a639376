import {
  contentsDepth,
  type Block,
  type Cover,
  type DocumentTree,
  type Picture,
  type Runs,
  type Table,
} from './tree.ts'
import {
  attributes,
  heading,
  inlinesMeta,
  noAttributes,
  pandocDocument,
  para,
  words,
  type PandocDocument,
  type PandocNode,
} from './pandoc-nodes.ts'
import { wordsIn } from './words.ts'

/** A document as Pandoc's tree. */
export function pandocOf(tree: DocumentTree): PandocDocument {
  const { title, subtitle, language, asOf, notice, cover } = tree
  const blocks = tree.blocks.map(withAnchor)
  const about = [subtitle, asOf].filter(Boolean).join(' · ')
  return pandocDocument(
    {
      title: inlinesMeta(title),
      subtitle: inlinesMeta(
        cover === null ? about : cover.above === '' ? subtitle : `${cover.above} · ${subtitle}`,
      ),
      lang: inlinesMeta(language === 'de' ? 'de-DE' : 'en-GB'),
    },
    [
      ...(cover === null ? [] : coverBlocks(cover)),
      ...(cover === null ? [] : [para(words(asOf))]),
      ...(notice === null ? [] : [para([{ t: 'Emph', c: words(notice) }])]),
      ...(tree.hasContents ? contentsNodes({ ...tree, blocks }) : []),
      ...blocks.flatMap(blockNodes),
    ],
  )
}

/** So that the table of contents leads to every heading. */
const withAnchor = (block: Block, n: number): Block =>
  block.type === 'heading' && block.id === undefined ? { ...block, id: `part-${n}` } : block

/**
 * Links instead of a field that reckons pages: such a field is empty until Word was allowed to fill it, and stays empty
 * in LibreOffice until somebody finds the menu.
 */
function contentsNodes(tree: DocumentTree): PandocNode[] {
  const depth = contentsDepth(tree)
  const entries = tree.blocks.flatMap((block) => {
    if (block.type !== 'heading' || block.level > depth) return []
    const link = { t: 'Link', c: [noAttributes, words(block.text), [`#${block.id}`, '']] }
    return [styled(`toc ${block.level}`, link)]
  })
  return [styled('TOC Heading', ...words(wordsIn(tree.language).documents.contents)), ...entries]
}

const styled = (style: string, ...inlines: PandocNode[]): PandocNode => ({
  t: 'Div',
  c: [['', [], [['custom-style', style]]], [para(inlines)]],
})

function coverBlocks({ about, people, figures, summary }: Cover): PandocNode[] {
  const counts = figures.map(({ number, label }) => `${number} ${label}`).join(' · ')
  return [
    ...(about ? [para([{ t: 'Strong', c: words(about) }])] : []),
    ...(people ? [para(words(people))] : []),
    ...(counts ? [para(words(counts))] : []),
    ...(summary.paragraphs.length > 0 ? [heading(1, summary.title)] : []),
    ...summary.paragraphs.map((text) => para(words(text))),
  ]
}

const inlinesOf = (runs: Runs): PandocNode[] =>
  runs.flatMap(({ text, strong, to }) => {
    const written = strong ? [{ t: 'Strong', c: words(text) }] : words(text)
    return to === undefined ? written : [{ t: 'Link', c: [noAttributes, written, [`#${to}`, '']] }]
  })

/** An anchor stands at the beginning of what it marks. */
const anchored = (id: string | undefined, inlines: PandocNode[]): PandocNode[] =>
  id === undefined ? inlines : [{ t: 'Span', c: [attributes(id), []] }, ...inlines]

function blockNodes(block: Block): PandocNode[] {
  switch (block.type) {
    case 'heading':
      return [heading(block.level, block.text, block.id)]
    case 'paragraph':
      return [para(anchored(block.id, inlinesOf(block.runs)))]
    case 'list': {
      const items = block.items.map(({ runs, id }) => [{ t: 'Plain', c: anchored(id, inlinesOf(runs)) }])
      const numbering = [1, { t: 'Decimal' }, { t: 'Period' }]
      return [block.ordered ? { t: 'OrderedList', c: [numbering, items] } : { t: 'BulletList', c: items }]
    }
    case 'terms': {
      const items = block.terms.map(({ label, runs }) => {
        const lead = /[?…:]$/.test(label) ? label : `${label}:`
        return [{ t: 'Plain', c: [{ t: 'Strong', c: words(lead) }, { t: 'Space' }, ...inlinesOf(runs)] }]
      })
      return [{ t: 'BulletList', c: items }]
    }
    case 'quote': {
      const number =
        block.number === null ? [] : [{ t: 'Strong', c: words(`[${block.number}]`) }, { t: 'Space' }]
      const source =
        block.source.length > 0 ? [{ t: 'LineBreak' }, { t: 'Emph', c: inlinesOf(block.source) }] : []
      return [
        { t: 'BlockQuote', c: [para(anchored(block.id, [...number, ...words(block.text), ...source]))] },
      ]
    }
    case 'table':
      return [tableNode(block)]
    case 'picture':
      return [
        {
          t: 'Figure',
          c: [
            noAttributes,
            [null, [{ t: 'Plain', c: words(block.caption) }]],
            [{ t: 'Plain', c: [imageNode(block)] }],
          ],
        },
      ]
  }
}

/** Word processors cut off what is higher than a page. */
const imageNode = ({ name, alt, isTall }: Picture): PandocNode => ({
  t: 'Image',
  c: [['', [], [isTall ? ['height', '19cm'] : ['width', '100%']]], words(alt), [name, '']],
})

function tableNode({ caption, isHeaded, columns, rows }: Table): PandocNode {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const specs = columns.map(({ align, share }) => [
    { t: align === 'end' ? 'AlignRight' : 'AlignLeft' },
    { t: 'ColWidth', c: share / all },
  ])
  const cell = (inlines: PandocNode[]) => [
    noAttributes,
    { t: 'AlignDefault' },
    1,
    1,
    [{ t: 'Plain', c: inlines }],
  ]
  const row = (cells: PandocNode[][]) => [noAttributes, cells.map(cell)]
  const head = [noAttributes, [row(columns.map(({ title }) => [{ t: 'Strong', c: words(title) }]))]]
  const body = [noAttributes, 0, [], rows.map((runs) => row(runs.map(inlinesOf)))]
  const shown = isHeaded ? [] : [{ t: 'Plain', c: words(caption) }]
  return {
    t: 'Table',
    c: [noAttributes, [null, shown], specs, head, [body], [noAttributes, []]],
  }
}
