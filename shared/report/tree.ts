import type { ReportLanguage } from './words.ts'

/**
 * A document that knows no format: what Markdown, HTML, PDF and word processors have in common. Writers add looks and
 * nothing else; what may leave the group was settled before (`shared/consent`).
 *
 * 1. Headings go down one level at a time; the title is none of them.
 * 2. Every text is what people wrote or a word of ours, never markup. A line break is "\n".
 * 3. A link leads to an anchor of the same document: a heading, item, paragraph or quote with this `id`.
 */
export interface DocumentTree {
  title: string
  /** What the document is, below the title: "Ergebnisdossier". */
  subtitle: string
  language: ReportLanguage
  /** As of when, and what was left out; on every page where a format has pages. */
  asOf: string
  notice: string | null
  /** Milliseconds since the Unix epoch. */
  writtenAt: number
  /** Whether a list of the headings comes first. */
  hasContents: boolean
  /** The title page; null for documents that begin at once. */
  cover: Cover | null
  blocks: readonly Block[]
}

export interface Cover {
  /** Above the title: the workshop. */
  above: string
  /** Below the title, large. */
  about: string
  /** Below that, quiet. */
  people: string
  figures: readonly { number: number; label: string }[]
  summary: { title: string; paragraphs: readonly string[] }
}

/** A piece of a text in one style. */
export interface Run {
  text: string
  strong?: true
  quiet?: true
  /** Id of the anchor it leads to. */
  to?: string
}
export type Runs = readonly Run[]

export type Block =
  | { type: 'heading'; level: number; text: string; id?: string }
  | { type: 'paragraph'; runs: Runs; id?: string }
  | { type: 'list'; ordered: boolean; items: readonly { runs: Runs; id?: string }[] }
  /** What is said about something, each behind its label. */
  | { type: 'terms'; terms: readonly { label: string; runs: Runs }[] }
  | Table
  | Quote
  | Picture

export interface Table {
  type: 'table'
  /** What it shows, for those who hear it and those who see it. */
  caption: string
  /** The heading above says the caption already: only those get it who would not know the table by its place. */
  isHeaded?: true
  columns: readonly { title: string; align: 'start' | 'end'; share: number }[]
  rows: readonly (readonly Runs[])[]
}

/** What somebody said, with who and where. */
export interface Quote {
  type: 'quote'
  text: string
  /** Its number in this document; null where it has none. */
  number: number | null
  source: Runs
  id?: string
}

export interface Picture {
  type: 'picture'
  /** Name among the pictures handed to the writer. */
  name: string
  /** What is to be seen, for those who do not see it. */
  alt: string
  caption: string
  /** As wide as a page it would be higher than one. */
  isTall?: true
}

/** A table of contents fits on the page it begins on: chapters alone where there are many parts. */
export function contentsDepth({ blocks }: DocumentTree): 1 | 2 {
  const count = (level: number) =>
    blocks.filter((block) => block.type === 'heading' && block.level <= level).length
  return count(2) > 22 && count(1) > 3 ? 1 : 2
}

export const plain = (text: string): Runs => [{ text }]

export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })

/** Neighbours of one style as one piece. */
export function joinedRuns(runs: Runs): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const isAlike = last && last.strong === run.strong && last.quiet === run.quiet && last.to === run.to
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** What a builder made, as writers take it. */
export const settledBlocks = (blocks: readonly Block[]): Block[] => soundLinks(withoutEchoes(blocks))

/** A table right under a heading of its own words does not say them again. */
function withoutEchoes(blocks: readonly Block[]): Block[] {
  let heading: string | null = null
  return blocks.map((block) => {
    if (block.type === 'heading') heading = block.text
    return block.type === 'table' && block.caption === heading ? { ...block, isHeaded: true } : block
  })
}

/**
 * The same without links that lead nowhere: what they led to was left out. Of two anchors of one name the first stays, so
 * that every link has one end.
 */
function soundLinks(blocks: readonly Block[]): Block[] {
  const ids = new Set<string>()
  const once = <Item extends { id?: string }>(item: Item): Item => {
    const { id, ...rest } = item
    if (id === undefined || !ids.has(id)) {
      if (id !== undefined) ids.add(id)
      return item
    }
    return rest as Item
  }
  const anchored = blocks.map((block): Block => {
    if (block.type === 'list') return { ...block, items: block.items.map(once) }
    return 'id' in block ? once(block) : block
  })
  const sound = (runs: Runs): Runs =>
    runs.map(({ to, ...run }) => (to === undefined || !ids.has(to) ? run : { ...run, to }))
  return anchored.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
        return { ...block, runs: sound(block.runs) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, runs: sound(item.runs) })) }
      case 'terms':
        return { ...block, terms: block.terms.map((term) => ({ ...term, runs: sound(term.runs) })) }
      case 'quote':
        return { ...block, source: sound(block.source) }
      case 'table':
        return { ...block, rows: block.rows.map((cells) => cells.map(sound)) }
      default:
        return block
    }
  })
}

const blockTypes: ReadonlySet<unknown> = new Set<Block['type']>([
  'heading',
  'paragraph',
  'list',
  'terms',
  'table',
  'quote',
  'picture',
])

/** Blocks that this program stored; one that only a newer version knows is passed over. */
export const blocksFrom = (stored: readonly unknown[]): Block[] =>
  stored.filter(
    (block): block is Block =>
      typeof block === 'object' && block !== null && 'type' in block && blockTypes.has(block.type),
  )
