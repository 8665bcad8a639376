import { lineOf } from './pasted-text.ts'

/** The flavours in which another program put the same words on the clipboard. */
interface Flavours {
  html: string
  plain: string
}

/** The mark under which the canvas puts its own shapes on the clipboard. */
const SHAPES = '<div data-tldraw'

/**
 * The words on the clipboard; null where there are none, or where they are copied cards. Word, Excel, PowerPoint and
 * Outlook put a picture of the words beside them: whoever copies words means the words. Where there is a table, the
 * HTML says best which cell is which; otherwise the plain text is what the other program means by it.
 */
export function wordsOf({ html, plain }: Flavours): string | null {
  if (html.includes(SHAPES) || plain.includes(SHAPES)) return null
  const fromHtml = plain.trim() === '' || /<table[\s>]/i.test(html)
  const words = fromHtml && html ? linesOfHtml(html).join('\n') || plain : plain
  return words.trim() || null
}

const UNSEEN = 'script, style, title, head, template, [style*="display:none"], [style*="mso-list:Ignore"]'
const BLOCKS =
  'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, table, tr, section, article, dt, dd'

/** Lines of a document, a table's row being one. Nothing of it is shown, run or loaded. */
function linesOfHtml(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const lines: string[] = []
  let line = ''
  const end = () => {
    const words = lineOf([line])
    if (words) lines.push(words)
    line = ''
  }
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) line += node.textContent ?? ''
    if (node instanceof HTMLElement === false) return
    if (node.matches(UNSEEN)) return
    if (node instanceof HTMLTableRowElement && isRowOfCells(node)) {
      end()
      const words = lineOf([...node.cells].map(wordsIn))
      if (words) lines.push(words)
      return
    }
    const breaks = node.matches(`br, ${BLOCKS}`)
    if (breaks) end()
    node.childNodes.forEach(walk)
    if (breaks) end()
  }
  walk(body)
  end()
  return lines
}

/** Mails are laid out by tables, too: with tables in tables, or one cell that holds paragraphs. */
function isRowOfCells(row: HTMLTableRowElement): boolean {
  if (row.querySelector('table')) return false
  return row.cells.length > 1 || !row.querySelector(BLOCKS)
}

function wordsIn(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const gone of copy.querySelectorAll(UNSEEN)) gone.remove()
  for (const end of copy.querySelectorAll(`br, ${BLOCKS}`)) end.append(' ')
  for (const br of copy.querySelectorAll('br')) br.replaceWith(' ')
  return copy.textContent ?? ''
}
