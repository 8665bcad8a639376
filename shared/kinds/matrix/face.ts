import { foot, headline, joined, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face, FaceContext, ShownArtefact } from '../../layout/card/face.ts'
import { cross } from '../../layout/card/outline.ts'

/** How many cards lie in a quadrant; nothing where it is empty. */
function countIn({ evidence }: FaceContext, corner: (typeof corners)[number]): string {
  const count = evidence?.held?.quadrants[keys[corner]] ?? 0
  return count > 0 ? `${count}` : ''
}

const corners = ['TopLeft', 'TopRight', 'BottomLeft', 'BottomRight'] as const

const keys = {
  TopLeft: 'topLeft',
  TopRight: 'topRight',
  BottomLeft: 'bottomLeft',
  BottomRight: 'bottomRight',
} as const

/** The words at the ends of an axis. "Wenig" and "viel" say nothing without what there is little or much of. */
function endsOf(fields: ShownArtefact['fields'], axis: 'x' | 'y'): [low: string, high: string] {
  const [name, low, high] = ['Axis', 'Low', 'High'].map((part) => words(fields[`${axis}${part}`]).trim())
  const said = (end = '') => [name, end].filter(Boolean).join(': ')
  return [low ? said(low) : '', said(high)]
}

/** A cross with the names of its quadrants and the words at the ends of its axes. */
export const matrixFace: Face = {
  outline: [cross],
  draw(artefact, context) {
    const { fields } = artefact
    const quadrants = corners.map((corner) => ({
      title: joined(words(fields[`quadrant${corner}`]), countIn(context, corner)),
      text: words(fields[`quadrant${corner}Summary`]),
    }))
    const [left, right] = endsOf(fields, 'x')
    const [bottom, top] = endsOf(fields, 'y')
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.title), context),
        { type: 'cross', quadrants, poles: [left, right, top, bottom] },
        foot(context),
      ],
    }
  },
}
