import type { DrawNode } from '../layout/card/draw.ts'
import { fieldMeasures } from '../layout/field-box.ts'
import { sheetMeasures } from '../layout/grid.ts'
import type { PlacedField } from '../layout/page-places.ts'
import { breakLinesUpTo } from '../layout/text/lines.ts'
import { freshPlaces } from './build-document.ts'
import type { PageTemplate, TemplateLanguage } from './method.ts'

const QUESTION = { size: 40, weight: 700 } as const
const TITLE = { size: 30, weight: 600 } as const
const LINE = 1.18

interface PagePicture {
  nodes: readonly DrawNode[]
  w: number
  h: number
}

/** What a page looks like before anybody wrote on it: its question and fields, in larger type, for a small picture. */
export function pagePicture(page: PageTemplate, language: TemplateLanguage): PagePicture {
  const places = freshPlaces('picture', page, language)
  const { w, side, top } = sheetMeasures
  const h = places?.h ?? sheetMeasures.minHeight
  const sheet: DrawNode = { type: 'rect', x: 0, y: 0, w, h, radius: 12, fill: 'card' }
  const question = textAt(page.question[language], side, top, w - 2 * side, 2, QUESTION)
  return { nodes: [sheet, question, ...(places?.fields ?? []).flatMap(fieldNodes)], w, h }
}

function fieldNodes({ box, name, slot }: PlacedField): DrawNode[] {
  const { padding, radius } = fieldMeasures
  const inside = box.w - 2 * padding
  const field: DrawNode = { type: 'rect', ...box, radius, fill: 'field' }
  const title = textAt(name, box.x + padding, box.y + padding, inside, 2, TITLE)
  const empty: DrawNode[] = slot
    ? [
        {
          type: 'rect',
          x: box.x + padding,
          // Below a title of two large lines
          y: box.y + Math.max(slot.y, 2 * TITLE.size * LINE + 2 * padding),
          w: slot.w,
          h: Math.min(slot.h, 64),
          radius: 6,
          line: 'line-strong',
          lineWidth: 2,
          dash: '8 6',
        },
      ]
    : []
  return [field, title, ...empty]
}

function textAt(
  text: string,
  x: number,
  y: number,
  w: number,
  maxLines: number,
  style: { size: number; weight: 600 | 700 },
): DrawNode {
  const lines = breakLinesUpTo(maxLines, text, style, w).map((line, n) => ({
    x,
    y: y + style.size + n * style.size * LINE,
    text: line,
  }))
  return { type: 'text', lines, ...style, fill: 'ink' }
}
