import { strFromU8 } from 'fflate'
import type { Packed } from '../zip.ts'
import { CELL_TEXT } from './styles.ts'

/** As wide as Pandoc takes the text of any page to be, in twentieths of a point. */
const PANDOC_ACROSS = 7_920

/**
 * Tables of a DOCX as Pandoc wrote them, as wide as the text of their page: Pandoc makes columns for another paper, too
 * narrow for their own heads, and sets cells in the style of tight lists, whose letters are larger than those of tables. No
 * row is divided between pages.
 */
export function evenTables(part: Packed): Packed {
  const { name, content } = part
  if (name !== 'word/document.xml' || typeof content === 'string') return part
  const text = strFromU8(content)
  const wider = textAcross(text) / PANDOC_ACROSS
  const even = text
    .replace(/<w:gridCol w:w="(\d+)"/g, (_, width) => `<w:gridCol w:w="${Math.round(Number(width) * wider)}"`)
    .replace(
      /<w:tr>(?:<w:trPr>(.*?)<\/w:trPr>)?/g,
      (_, others: string = '') => `<w:tr><w:trPr><w:cantSplit/>${others}</w:trPr>`,
    )
    .replace(/<w:tc>.*?<\/w:tc>/gs, (cell) =>
      cell.replace(/<w:pStyle w:val="Compact" ?\/>/g, `<w:pStyle w:val="${CELL_TEXT}"/>`),
    )
  return { name, content: even }
}

/** Of the last pages, which in what Pandoc writes are all of them. */
function textAcross(document: string): number {
  const [size = ''] = document.match(/<w:pgSz [^>]*>/g)?.slice(-1) ?? []
  const [margins = ''] = document.match(/<w:pgMar [^>]*>/g)?.slice(-1) ?? []
  const side = (tag: string, which: string) => Number(new RegExp(` w:${which}="(\\d+)"`).exec(tag)?.[1])
  const across = side(size, 'w') - side(margins, 'left') - side(margins, 'right')
  return across > 0 ? across : PANDOC_ACROSS
}
