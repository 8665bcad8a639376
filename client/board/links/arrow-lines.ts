import type { LinkType } from '#shared/evidence/links.ts'
import type { EvidenceGraph } from '#shared/evidence/evidence.ts'

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

interface Point {
  x: number
  y: number
}

/** One link as a line from the edge of its card to the edge of the other, in page coordinates. */
export interface ArrowLine {
  key: string
  type: LinkType
  start: Point
  end: Point
}

/**
 * The links between cards of one page. Of cards that lie on each other no line is drawn: that one contains the other is
 * to be seen.
 * @param boxes of the cards on the page, by their artefact
 * @param around if not empty, only links at these artefacts
 */
export function arrowLines(
  graph: EvidenceGraph,
  boxes: ReadonlyMap<string, Box>,
  around: ReadonlySet<string>,
): ArrowLine[] {
  const lines: ArrowLine[] = []
  for (const [from, box] of boxes)
    for (const { type, id, outgoing } of graph.relations(from)) {
      const other = boxes.get(id)
      if (!outgoing || !other || overlap(box, other)) continue
      if (around.size > 0 && !around.has(from) && !around.has(id)) continue
      const [a, b] = [middle(box), middle(other)]
      lines.push({ key: `${from} ${type} ${id}`, type, start: edge(box, b), end: edge(other, a) })
    }
  return lines
}

const middle = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Where the line from the middle of a box towards a point leaves it. */
function edge(box: Box, towards: Point): Point {
  const from = middle(box)
  const [dx, dy] = [towards.x - from.x, towards.y - from.y]
  const share = Math.min(box.w / 2 / Math.abs(dx || 1e-9), box.h / 2 / Math.abs(dy || 1e-9))
  return { x: from.x + dx * share, y: from.y + dy * share }
}
