import { contentsDepth, type Block, type Cover, type DocumentTree, type Runs, type Table } from './tree.ts'
import { wordsIn } from './words.ts'
import { typstLook } from './typst-look.ts'

/** The town's own look of a PDF. */
export interface HouseLook {
  /** "#0a5c66"; for headings and rules. */
  colour: string
  /** Name of the logo among the pictures; null for none. */
  logo: string | null
}

export const plainLook: HouseLook = { colour: '#0a5c66', logo: null }

/**
 * A document as Typst's source. All that people wrote stands in string literals, so that nothing of it is markup.
 * @param pictures path of each picture by its name
 * @param seen so many blocks are drawn; the rest takes its room, so that the list of contents is right
 */
export function typstOf(
  tree: DocumentTree,
  look: HouseLook,
  pictures: ReadonlyMap<string, string>,
  seen = Infinity,
): string {
  const { title, subtitle, language, asOf, notice, cover } = tree
  const texts = wordsIn(language).documents
  const [before, between, after] = texts.page.split(/\{\{\w+\}\}/)
  const values = {
    title: string(title),
    subtitle: string(subtitle),
    language: string(language),
    region: string(language === 'de' ? 'DE' : 'GB'),
    asof: string(asOf),
    notice: string(notice ?? ''),
    page: string(before ?? ''),
    of: string(between ?? ''),
    after: string(after ?? ''),
    colour: `rgb(${string(look.colour)})`,
    logo: look.logo === null ? 'none' : string(pictures.get(look.logo) ?? ''),
    workshop: string(cover?.above ?? ''),
    written: moment(tree.writtenAt),
    'logo-alt': string(texts.logo),
  }
  const contents = tree.hasContents ? `#contents(${string(texts.contents)}, ${contentsDepth(tree)});` : ''
  const front = cover === null ? `#masthead();\n${contents}` : `${coverText(cover)}\n${contents}`
  const settings = Object.entries(values).map(([name, value]) => `#let ${name} = ${value};`)
  const body = tree.blocks.map((block) => blockText(block, pictures))
  const rest = body.length > seen ? ['#hide[', ...body.slice(seen), ']'] : []
  return [...settings, typstLook, `#show: sheet;`, front, ...body.slice(0, seen), ...rest].join('\n\n')
}

/** When it was written, in UTC: archives want to know. */
export function moment(ms: number): string {
  const at = new Date(ms)
  const day = `year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}`
  const clock = `hour: ${at.getUTCHours()}, minute: ${at.getUTCMinutes()}, second: ${at.getUTCSeconds()}`
  return `datetime(${day}, ${clock})`
}

/** A literal: nothing of what people wrote is markup. */
export const string = (text: string) =>
  `"${text.replace(INVISIBLE, '').replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`

/** Control characters, and those that turn the direction of what follows. */
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu

const label = (id: string | undefined) => (id === undefined ? '' : ` <${id}>`)

/** Content in brackets; a line of a text is a line. */
export function content(runs: Runs): string {
  return `[${runs.map(runText).join('')}]`
}

function runText({ text, strong, quiet, to }: Runs[number]): string {
  const lines = text.split('\n').map((line) => (line === '' ? '' : `#${string(line)};`))
  let written = lines.join('#linebreak();')
  if (strong) written = `#strong[${written}];`
  if (quiet) written = `#quiet[${written}];`
  return to === undefined ? written : `#link(<${to}>)[${written}];`
}

function coverText({ about, people, figures, summary }: Cover): string {
  const counts = figures.map(({ number, label: word }) => `(${number}, ${string(word)})`)
  const paragraphs = summary.paragraphs.map((text) => content([{ text }]))
  return `#cover(${content([{ text: about }])}, ${content([{ text: people }])}, (${list(counts)}), ${string(summary.title)}, (${list(paragraphs)}));`
}

/** One item needs its comma to be a list. */
export const list = (items: readonly string[]) => items.map((item) => `${item},`).join(' ')

function blockText(block: Block, pictures: ReadonlyMap<string, string>): string {
  switch (block.type) {
    case 'heading':
      return `#heading(level: ${Math.min(6, block.level)}, ${string(block.text)})${label(block.id)}`
    case 'paragraph':
      // What something else leads to begins something new: a card
      return `#${block.id === undefined ? 'par' : 'card'}${content(block.runs)}${label(block.id)}`
    case 'list': {
      const items = block.items.map(({ runs, id }) => `[${content(runs).slice(1, -1)}${label(id)}],`)
      return `#${block.ordered ? 'enum' : 'list'}(${items.join(' ')});`
    }
    case 'terms':
      return block.terms
        .map(
          ({ label: word, runs }) =>
            `#term(${string(/[?…:]$/.test(word) ? word : `${word}:`)}, ${content(runs)});`,
        )
        .join('\n')
    case 'quote': {
      const number = block.number === null ? 'none' : String(block.number)
      return `#said(${number}, ${content([{ text: block.text }])}, ${content(block.source)})${label(block.id)}`
    }
    case 'table':
      return tableText(block)
    case 'picture': {
      const path = pictures.get(block.name)
      return path === undefined
        ? ''
        : `#picture(${string(path)}, ${string(block.alt)}, ${content([{ text: block.caption }])});`
    }
  }
}

function tableText({ caption, isHeaded, columns, rows }: Table): string {
  const shares = columns.map(({ share }) => `${share}fr`)
  const aligned = columns.map(({ align }) => (align === 'end' ? 'end' : 'start'))
  const head = columns.map(({ title }) => content([{ text: title }]))
  const cells = rows.flatMap((row) => row.map(content))
  const shown = isHeaded ? 'none' : content([{ text: caption }])
  return `#rows(${shown}, (${list(shares)}), (${list(aligned)}), (${list(head)}), (${list(cells)}));`
}
