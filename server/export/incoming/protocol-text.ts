import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'

/** A node of Pandoc's tree: what it is, and what is in it. */
interface Node {
  t: string
  c?: unknown
}

/**
 * The words of Pandoc's tree as plain text: a line for each paragraph, an empty one between them. What its writer made
 * bold is named by its place, headings by their level. Marks of lists stay, because they are read; pictures, raw code and
 * the text that was deleted before go.
 */
export function protocolText(tree: unknown): ProtocolText {
  const writer = new TextWriter()
  const { blocks } = tree as { blocks?: unknown }
  writer.blocks(nodesIn(blocks))
  return writer.finished()
}

/** Whether something from elsewhere is a node; everything else is passed over. */
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { t?: unknown }).t === 'string'

const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

class TextWriter {
  #text = ''
  /** What stands before the next letter: between paragraphs, or in front of an item. */
  #pending = ''
  #boldDepth = 0
  readonly #strong: [number, number][] = []
  readonly #headings: ProtocolText['headings'] = []

  finished(): ProtocolText {
    return {
      text: this.#text === '' ? '' : `${this.#text}\n`,
      strong: this.#strong,
      headings: this.#headings,
    }
  }

  blocks(blocks: readonly Node[]): void {
    for (const block of blocks) this.#block(block)
  }

  #block({ t, c }: Node): void {
    switch (t) {
      case 'Para':
      case 'Plain':
        return this.#paragraph(() => this.#inlines(nodesIn(c)))
      case 'Header':
        return this.#heading(listIn(c))
      case 'CodeBlock':
        return this.#paragraph(() => this.#write(String(listIn(c)[1] ?? '')))
      case 'LineBlock':
        return this.#paragraph(() =>
          listIn(c).forEach((line, n) => {
            if (n > 0) this.#write('\n')
            this.#inlines(nodesIn(line))
          }),
        )
      case 'BulletList':
        return listIn(c).forEach((item) => this.#item('- ', nodesIn(item)))
      case 'OrderedList':
        return this.#numbered(listIn(c))
      case 'DefinitionList':
        for (const [term, definitions] of listIn(c).map(listIn)) {
          this.#paragraph(() => this.#inlines(nodesIn(term)))
          for (const one of listIn(definitions)) this.blocks(nodesIn(one))
        }
        return
      case 'BlockQuote':
        return this.blocks(nodesIn(c))
      case 'Div':
      case 'Figure':
        return this.blocks(nodesIn(listIn(c).at(-1)))
      case 'Table':
        return rowsOf(listIn(c)).forEach((row) => this.#row(row))
      default:
    }
  }

  #heading([level, , inlines]: unknown[]): void {
    this.#pending = this.#text === '' ? '' : '\n\n'
    const before = this.#text.length
    this.#paragraph(() => this.#inlines(nodesIn(inlines)))
    const start = before + (this.#text.length > before && before > 0 ? 2 : 0)
    if (this.#text.length > start)
      this.#headings.push({ at: [start, this.#text.length], level: Number(level) || 1 })
  }

  #numbered([attributes, items]: unknown[]): void {
    const first = Number(listIn(attributes)[0]) || 1
    listIn(items).forEach((item, n) => this.#item(`${first + n}. `, nodesIn(item)))
  }

  /** Items of a list stand line under line. */
  #item(mark: string, blocks: readonly Node[]): void {
    const isFollowing = /(^|\n)(- |\d+\. )[^\n]*$/.test(this.#text)
    this.#pending = `${this.#text === '' ? '' : isFollowing ? '\n' : '\n\n'}${mark}`
    const [first, ...rest] = blocks
    if (first) this.#inItem(first)
    this.blocks(rest)
    this.#pending = ''
  }

  #inItem(block: Node): void {
    if (block.t === 'Para' || block.t === 'Plain') this.#inlines(nodesIn(block.c))
    else this.#block(block)
  }

  #row(cells: readonly Node[][]): void {
    this.#paragraph(() =>
      cells.forEach((blocks, n) => {
        if (n > 0) this.#write(' | ')
        for (const block of blocks) this.#inItem(block)
      }),
    )
  }

  #paragraph(write: () => void): void {
    if (this.#pending === '' && this.#text !== '') this.#pending = '\n\n'
    write()
    this.#text = this.#text.trimEnd()
    this.#pending = ''
  }

  #inlines(inlines: readonly Node[]): void {
    for (const inline of inlines) this.#inline(inline)
  }

  #inline({ t, c }: Node): void {
    switch (t) {
      case 'Str':
        return this.#write(String(c))
      case 'Space':
      case 'SoftBreak':
        return this.#write(' ')
      case 'LineBreak':
        return this.#write('\n')
      case 'Strong':
        return this.#bold(nodesIn(c))
      case 'Emph':
      case 'Underline':
      case 'Superscript':
      case 'Subscript':
      case 'SmallCaps':
        return this.#inlines(nodesIn(c))
      case 'Quoted':
        this.#write('„')
        this.#inlines(nodesIn(listIn(c)[1]))
        return this.#write('“')
      case 'Code':
      case 'Math':
        return this.#write(String(listIn(c)[1] ?? ''))
      case 'Cite':
      case 'Link':
      case 'Span':
        return this.#inlines(nodesIn(listIn(c)[1]))
      case 'Note':
        this.#write(' [')
        for (const block of nodesIn(c)) this.#inItem(block)
        return this.#write(']')
      default:
    }
  }

  #bold(inlines: readonly Node[]): void {
    this.#text += this.#pending
    this.#pending = ''
    const start = this.#text.length
    this.#boldDepth++
    this.#inlines(inlines)
    this.#boldDepth--
    if (this.#boldDepth > 0) return
    const [from, to] = trimmedEnds(this.#text, start)
    const last = this.#strong.at(-1)
    // Word divides a bold sentence wherever somebody corrected a letter
    if (last && from < to && this.#text.slice(last[1], from).trim() === '' && from - last[1] <= 1)
      last[1] = to
    else if (from < to) this.#strong.push([from, to])
  }

  #write(words: string): void {
    if (words === '') return
    const isSpace = words === ' ' && (this.#text === '' || this.#pending !== '' || /\s$/.test(this.#text))
    if (isSpace) return
    this.#text += this.#pending + words
    this.#pending = ''
  }
}

/** From the first letter behind `start` to the last one. */
function trimmedEnds(text: string, start: number): [number, number] {
  const part = text.slice(start)
  return [start + part.length - part.trimStart().length, start + part.trimEnd().length]
}

/** Rows of a table, each a list of cells, head first. */
function rowsOf([, , , head, bodies, foot]: unknown[]): Node[][][] {
  const rows = [
    ...listIn(listIn(head)[1]),
    ...listIn(bodies).flatMap((body) => [...listIn(listIn(body)[2]), ...listIn(listIn(body)[3])]),
    ...listIn(listIn(foot)[1]),
  ]
  return rows.map((row) => listIn(listIn(row)[1]).map((cell) => nodesIn(listIn(cell)[4])))
}
