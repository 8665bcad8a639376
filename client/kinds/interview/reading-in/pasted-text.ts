/**
 * What somebody copied out of a word processor or a page, as text with marks for what is bold (`stressed-text.ts`); null
 * where nothing is, and the browser's own plain text is the better one.
 */
export function pastedText(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const writer = { text: '', bolds: 0 }
  write(body, false, writer)
  return writer.bolds > 0
    ? writer.text
        .replace(/[^\S\n]+\n/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : null
}

interface Writer {
  text: string
  bolds: number
}

const BLOCKS = /^(P|DIV|H[1-6]|LI|TR|BLOCKQUOTE|SECTION|ARTICLE|PRE)$/
const SILENT = /^(STYLE|SCRIPT|TEMPLATE|HEAD|TITLE)$/

function write(node: Node, isBold: boolean, writer: Writer): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) writeWords(child.data.replace(/\s+/g, ' '), isBold, writer)
    if (!(child instanceof HTMLElement) || SILENT.test(child.tagName)) continue
    if (child.tagName === 'BR') writer.text += '\n'
    const isBlock = BLOCKS.test(child.tagName)
    const gap = child.tagName === 'LI' || child.tagName === 'TR' ? '\n' : '\n\n'
    if (isBlock && writer.text !== '' && !writer.text.endsWith(gap)) writer.text += gap
    if (child.tagName === 'LI') writer.text += '- '
    write(child, isStressed(child, isBold), writer)
    if (isBlock) writer.text += gap
  }
}

/** Some programs wrap everything in bold that is none. */
function isStressed({ tagName, style }: HTMLElement, isBold: boolean): boolean {
  const weight = style.fontWeight
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return isBold || tagName === 'B' || tagName === 'STRONG'
}

function writeWords(words: string, isBold: boolean, writer: Writer): void {
  const inside = words.trim()
  if (!isBold || inside === '') {
    writer.text += /\s$/.test(writer.text) ? words.trimStart() : words
    return
  }
  const [before, after] = words.split(inside) as [string, string]
  writer.text += `${before}**${inside}**${after}`
  writer.bolds++
}
