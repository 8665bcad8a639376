import { describe, expect, it } from 'vitest'
import { arrowLines, type Box } from '#client/board/links/arrow-lines.ts'
import { evidenceGraph } from '#shared/evidence/evidence.ts'

const card = (id: string, to: string) => ({
  id,
  kind: 'note',
  links: [{ type: 'supports' as const, to: to as never }],
  fields: {},
})
const graph = evidenceGraph([card('a', 'b'), card('b', 'c'), card('c', 'away')])
const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, w: 100, h: 100 }],
  ['b', { x: 300, y: 0, w: 100, h: 100 }],
  ['c', { x: 310, y: 20, w: 20, h: 20 }],
])

describe('arrows between linked cards', () => {
  it('go from edge to edge, the way the link reads, and not to cards elsewhere', () => {
    expect(arrowLines(graph, boxes, new Set())).toEqual([
      { key: 'a supports b', type: 'supports', start: { x: 100, y: 50 }, end: { x: 300, y: 50 } },
    ])
  })

  it('are those of the selected cards, if some are', () => {
    expect(arrowLines(graph, boxes, new Set(['b']))).toHaveLength(1)
    expect(arrowLines(graph, boxes, new Set(['c']))).toEqual([])
  })
})
