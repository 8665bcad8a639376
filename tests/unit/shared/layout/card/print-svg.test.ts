// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { icons } from '#shared/layout/card/icons.ts'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import { printSvg } from '#shared/layout/card/print-svg.ts'
import { svgElements, type SvgLook } from '#shared/layout/card/svg.ts'
import type { DrawNode } from '#shared/layout/card/draw.ts'

const look: SvgLook = {
  colour: (colour) => lightColours[colour],
  fontFamily: "'Card', sans-serif",
  imageHref: (id) => (id === 'gone' ? null : `data:${id}`),
  idPrefix: 'card',
}
const text = (...lines: string[]): DrawNode => ({
  type: 'text',
  size: 18,
  weight: 400,
  fill: 'ink',
  lines: lines.map((line, n) => ({ x: 0, y: n * 23, text: line })),
})
const parsed = (nodes: DrawNode[]) => {
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${printSvg(svgElements(nodes, look))}</svg>`
  const document = new DOMParser().parseFromString(source, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document
}

describe('a drawing as the text of a file', () => {
  it('holds every line as it was drawn, whatever people write', () => {
    const lines = ['a < b & "c"', '</text><script>', "it's \u0000\u0007 ok", '„Ja“']
    const shown = [...parsed([text(...lines)]).querySelectorAll('tspan')].map((line) =>
      line.textContent?.trimEnd(),
    )
    expect(shown).toEqual(['a < b & "c"', '</text><script>', "it's  ok", '„Ja“'])
  })

  it('has colours of its own, because a file has no custom properties', () => {
    const rect = parsed([
      { type: 'rect', x: 0, y: 0, w: 4, h: 4, fill: 'fam-make', line: 'slot' },
    ]).querySelector('rect')
    expect(rect?.getAttribute('fill')).toBe('#7a5900')
    expect(rect?.getAttribute('stroke')).toBe('#cfc5b2')
  })

  it('leaves out a picture that cannot be had', () => {
    const at = { type: 'image', x: 0, y: 0, w: 9, h: 9, radius: 4, fit: 'cover' } as const
    const images = parsed([
      { ...at, assetId: 'gone' },
      { ...at, assetId: 'there' },
    ]).querySelectorAll('image')
    expect([...images].map((image) => image.getAttribute('href'))).toEqual(['data:there'])
  })
})

describe('the colours of files', () => {
  it.each(Object.entries(lightColours))('are those of the light theme: %s', (name, value) => {
    const css = readFileSync('client/ui/tokens.css', 'utf8')
    const light = css.slice(0, css.indexOf('@media'))
    expect(light).toContain(`--${name}: ${value};`)
  })
})

describe('the signs', () => {
  it('are path data that begin absolutely, so that a sign may be joined of several', () => {
    for (const [name, d] of Object.entries(icons)) expect(d, name).toMatch(/^M[\d.]/)
  })
})
