// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { kindNames, traitsOf } from '#shared/kinds/index.ts'
import { layOutCard } from '#shared/layout/card/card-layout.ts'
import { drawFace, type FaceContext } from '#shared/layout/card/face.ts'
import { drawOutline, drawTitleOnly } from '#shared/layout/card/far-away.ts'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import { printSvg } from '#shared/layout/card/print-svg.ts'
import { svgElements } from '#shared/layout/card/svg.ts'
import { emptyValue, fieldsOf, isTextField } from '#shared/kinds/index.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { CardDrawing } from '#client/kinds/CardDrawing.tsx'

const LONG = 'Der Antrag liegt, und niemand im Bürgerbüro weiß, bei wem er gerade liegt & warum. '

const context = (kind: ArtefactKind): FaceContext => ({
  kind: { family: traitsOf(kind).family, icon: traitsOf(kind).icon, needsEvidence: true },
  say: (key) => key,
  common: (key) => key,
  nameOf: () => 'Stadt Hohenbrück',
  day: (date) => date,
  evidence: { pieces: 3, interviews: 2, against: 0 },
  comments: 1,
  seesProtocols: true,
  home: false,
})

/** A card of a kind with the same words in every text. */
function faceOf(kind: ArtefactKind, words: string) {
  const fields = Object.entries(fieldsOf(kind)).map(([name, spec]) => [
    name,
    isTextField(spec) ? words : emptyValue(spec),
  ])
  const artefact = {
    id: 'card',
    status: 'agreed',
    fields: Object.fromEntries(fields) as Record<string, unknown>,
  } as const
  return drawFace(traitsOf(kind).face, artefact, context(kind))
}

const linesIn = (root: ParentNode) =>
  [...root.querySelectorAll('text')].flatMap((text) => {
    const spans = [...text.querySelectorAll('tspan')]
    return (spans.length ? spans : [text]).map((line) => line.textContent?.trimEnd())
  })

describe.each(kindNames)('a card of kind %s', (kind) => {
  it('holds the same lines on screen and in a file', () => {
    const { nodes, w, h } = layOutCard(faceOf(kind, LONG.repeat(2)), traitsOf(kind).size.w)
    const { container } = render(<CardDrawing nodes={nodes} w={w} h={h} imageUrl={(id) => id} />)
    // Or a line is wider at some zoom than it was measured
    expect(container.querySelector('svg')!.getAttribute('text-rendering')).toBe('geometricPrecision')
    const look = {
      colour: (colour: keyof typeof lightColours) => lightColours[colour],
      fontFamily: 'Card',
      imageHref: () => null,
      idPrefix: 'card',
    }
    const source = `<svg xmlns="http://www.w3.org/2000/svg">${printSvg(svgElements(nodes, look))}</svg>`
    const file = new DOMParser().parseFromString(source, 'image/svg+xml')
    expect(linesIn(container).length).toBeGreaterThan(2)
    expect(linesIn(file)).toEqual(linesIn(container))
  })

  it('grows with its text and says where the headline is written', () => {
    const { w } = traitsOf(kind).size
    const heights = [1, 4, 12].map((times) => layOutCard(faceOf(kind, LONG.repeat(times)), w).h)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(heights[2]).toBeGreaterThan(heights[0]!)
    expect(layOutCard(faceOf(kind, LONG), w).headline).not.toBeNull()
  })

  it('keeps its words when there is nothing to say', () => {
    const { nodes } = layOutCard(faceOf(kind, ''), traitsOf(kind).size.w)
    expect(nodes.some((node) => node.type === 'text' && node.headline)).toBe(true)
  })

  it('shows from afar a title in large letters, then an outline without a word', () => {
    const face = faceOf(kind, LONG)
    const { size, icon, face: spec } = traitsOf(kind)
    const sizes = drawTitleOnly(face, icon, LONG, size).flatMap((node) =>
      node.type === 'text' ? node.size : [],
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36)
    expect(drawOutline(face, spec.outline, size).some((node) => node.type === 'text')).toBe(false)
  })
})

it('keeps the cross of a matrix from afar, with its title above, because cards lie on it', () => {
  const face = faceOf('matrix', 'Wo drückt es?')
  const size = { w: 584, h: 520 }
  const cross = layOutCard(face, size.w, size.h).boxes.find(({ inside }) => inside)!.inside!
  const nodes = drawTitleOnly(face, traitsOf('matrix').icon, LONG, size, { by: 'axes', room: cross })
  const middle = { x: cross.x + cross.w / 2, y: cross.y + cross.h / 2 }
  const bars = nodes.flatMap((node) => (node.type === 'rect' && Math.min(node.w, node.h) === 4 ? [node] : []))
  expect(bars.map(({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 }))).toEqual([middle, middle])
  const lines = nodes.flatMap((node) => (node.type === 'text' ? node.lines : []))
  expect(Math.max(...lines.map(({ y }) => y))).toBeLessThanOrEqual(cross.y)
})

it.each([384, 584])('keeps the title of a cluster above its cards from afar, %i wide', (w) => {
  const top = 78
  const held = { by: 'order', room: { x: 12, y: top, w: w - 24, h: 200 } } as const
  const nodes = drawTitleOnly(faceOf('cluster', LONG), traitsOf('cluster').icon, LONG, { w, h: 340 }, held)
  const lines = nodes.flatMap((node) => (node.type === 'text' ? node.lines : []))
  expect(lines).toHaveLength(1)
  expect(lines[0]!.y).toBeLessThan(top)
})
