import { atLineStart, block, inline } from './markdown-text.ts'
import { joinedRuns, type Block, type Cover, type DocumentTree, type Runs, type Table } from './tree.ts'
import { wordsIn } from './words.ts'

/** A document as CommonMark with the tables of GFM. The title is its only heading of the first level. */
export function markdownOf(tree: DocumentTree): string {
  const { title, subtitle, asOf, notice, cover } = tree
  const head = [
    `# ${inline(title)}`,
    atLineStart([subtitle, asOf].filter(Boolean).map(inline).join(' · ')),
    ...(notice === null ? [] : [`*${inline(notice)}*`]),
    ...(cover === null ? [] : coverBlocks(cover)),
    ...contents(tree),
  ]
  const anchor = anchorsIn(tree.blocks)
  const body = tree.blocks.map((one) => blockText(one, anchor)).filter(Boolean)
  return `${[...head, ...body].join('\n\n')}\n`
}

/** Stands before what something leads to, and nowhere else, because many read the file as it is. */
type Anchor = (id: string | undefined) => string

function anchorsIn(blocks: readonly Block[]): Anchor {
  const ends = new Set(blocks.flatMap(runsIn).flatMap(({ to }) => to ?? []))
  return (id) => (id !== undefined && ends.has(id) ? `<a id="${id}"></a>` : '')
}

function runsIn(content: Block): Runs {
  switch (content.type) {
    case 'paragraph':
      return content.runs
    case 'list':
      return content.items.flatMap(({ runs }) => runs)
    case 'terms':
      return content.terms.flatMap(({ runs }) => runs)
    case 'quote':
      return content.source
    // Cells are told as words
    case 'table':
    case 'heading':
    case 'picture':
      return []
  }
}

function coverBlocks({ above, about, people, figures, summary }: Cover): string[] {
  const counts = figures.map(({ number, label }) => `**${number}** ${inline(label)}`)
  return [
    ...[above, about, people].filter(Boolean).map((line) => atLineStart(inline(line))),
    ...(counts.length > 0 ? [counts.join(' · ')] : []),
    ...(summary.paragraphs.length > 0 ? [`## ${inline(summary.title)}`] : []),
    ...summary.paragraphs.map((text) => atLineStart(inlineLines(text))),
  ]
}

/** The chapters by name: where anchors lead differs between readers. */
function contents({ hasContents, blocks, language }: DocumentTree): string[] {
  const chapters = blocks.flatMap((one) => (one.type === 'heading' && one.level === 1 ? [one.text] : []))
  if (!hasContents || chapters.length < 2) return []
  const list = chapters.map((text) => `- ${inline(text)}`).join('\n')
  return [`**${wordsIn(language).documents.contents}**`, list]
}

function blockText(content: Block, anchor: Anchor): string {
  switch (content.type) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, content.level + 1))} ${anchor(content.id)}${inline(content.text)}`
    case 'paragraph':
      return `${anchor(content.id)}${atLineStart(runsText(content.runs, ''))}`
    case 'list':
      return content.items
        .map(({ runs, id }, n) => {
          const mark = content.ordered ? `${n + 1}. ` : '- '
          return `${mark}${anchor(id)}${atLineStart(runsText(runs, ' '.repeat(mark.length)))}`
        })
        .join('\n')
    case 'terms':
      return content.terms
        .map(
          ({ label, runs }) =>
            `- **${inline(label)}${/[?…:]$/.test(label) ? '' : ':'}** ${runsText(runs, '  ')}`,
        )
        .join('\n')
    case 'quote': {
      const number = content.number === null ? '' : `\\[${content.number}\\] `
      const source = runsText(content.source, '> ')
      return `> ${anchor(content.id)}${number}${atLineStart(block(content.text, '> '))}${source ? `\\\n> ${source}` : ''}`
    }
    case 'table':
      return tableText(content)
    case 'picture':
      return `*${inline(content.caption)}*`
  }
}

/** Line breaks stay, `indent` keeps what follows them in its item. */
const inlineLines = (text: string, indent = '') => block(text, indent)

function runsText(runs: Runs, indent: string): string {
  return joinedRuns(runs)
    .map(({ text, strong, quiet, to }) => {
      const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!
      const written = inlineLines(words!, indent)
      const marked = written && strong ? `**${written}**` : written && quiet ? `*${written}*` : written
      const leading = written && to !== undefined ? `[${marked}](#${to})` : marked
      return `${before}${leading}${after}`
    })
    .join('')
    .trim()
}

/** A cell is one line: GFM knows no other. */
function tableText({ caption, isHeaded, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    ...(isHeaded ? [] : [`*${inline(caption)}*`, '']),
    line(columns.map(({ title }) => inline(title))),
    line(columns.map(({ align }) => (align === 'end' ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map((runs) => runs.map(({ text }) => inline(text)).join(' ')))),
  ].join('\n')
}
