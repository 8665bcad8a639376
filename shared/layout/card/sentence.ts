import { breakRuns, type Run } from '../text/runs.ts'
import type { DrawNode } from './draw.ts'
import type { Sentence } from './parts.ts'
import { baselineIn, type Area, type Inks, type Placed } from './placed.ts'

const PADDING = 8
/** So much of a slot's end goes to the comma behind it, which else stood apart as behind a space. */
const TO_THE_COMMA = 6

/** One sentence whose slots are tinted; an empty slot is an outline that says what goes there. */
export function placeSentence({ pieces, size = 21, headline }: Sentence, area: Area, inks: Inks): Placed {
  const lineHeight = size + 13
  const runs = pieces.map((piece): Run => {
    if (typeof piece === 'string') return { text: piece, style: { size, weight: 400 } }
    return { text: piece.slot, style: { size, weight: piece.empty ? 400 : 600 }, padding: PADDING }
  })
  const lines = breakRuns(runs, area.w)
  type PlacedRun = (typeof lines)[number][number] | undefined
  const isSlotAt = (one: PlacedRun) => one !== undefined && typeof pieces[one.run] !== 'string'
  const isMark = (one: PlacedRun) => one !== undefined && !isSlotAt(one) && /^[,.;:!?]/.test(one.text)
  const nodes = lines.flatMap((line, n) =>
    line.flatMap((placed, at): DrawNode[] => {
      const piece = pieces[placed.run]!
      const isSlot = typeof piece !== 'string'
      const isEmpty = isSlot && piece.empty
      const isPulled = isSlotAt(line[at - 1]) && isMark(placed)
      const x = area.x + placed.x - (isPulled ? TO_THE_COMMA : 0)
      const y = area.y + n * lineHeight
      const words: DrawNode = {
        type: 'text',
        size,
        weight: runs[placed.run]!.style.weight,
        fill: isEmpty ? inks.quiet : inks.ink,
        ...(headline ? { headline } : {}),
        lines: [{ x: x + (isSlot ? PADDING : 0), y: y + baselineIn(lineHeight, size), text: placed.text }],
      }
      if (!isSlot) return [words]
      const w = placed.w - (isMark(line[at + 1]) ? TO_THE_COMMA : 0)
      const box = { type: 'rect', x, y: y + 2, w, h: lineHeight - 4, radius: 6 } as const
      return [
        isEmpty ? { ...box, line: 'line-strong', lineWidth: 1.5, dash: '5 4' } : { ...box, fill: inks.soft },
        words,
      ]
    }),
  )
  const h = lines.length * lineHeight
  const editable = { ...area, h, size, lineHeight, weight: 400, ink: inks.ink } as const
  return { h, nodes, ...(headline ? { headline: editable } : {}) }
}
