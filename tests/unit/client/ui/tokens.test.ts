import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noteColours } from '#shared/kinds/field.ts'
import { inksOf } from '#shared/layout/card/body.ts'
import type { Family } from '#shared/layout/card/draw.ts'
import type { Body } from '#shared/layout/card/parts.ts'

const css = readFileSync('client/ui/tokens.css', 'utf8')

type Palette = Record<string, string>

/** The hexadecimal colours of one rule, by name. */
function paletteOf(selector: string): Palette {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`no rule ${selector}`)
  const rule = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]))
}

const light = paletteOf(':root')
const darkBySystem = paletteOf(":root:not([data-theme='light'])")
const darkByChoice = paletteOf(":root[data-theme='dark']")

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(palette: Palette, one: string, other: string): number {
  const [bright, dark] = [luminance(palette[one]!), luminance(palette[other]!)].sort((a, b) => b - a)
  return (bright! + 0.05) / (dark! + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']

const families: Family[] = ['evidence', 'understand', 'make', 'test', 'commit', 'frame']

const textPairs: [text: string, ground: string][] = [
  ...['ink', 'ink-quiet', 'accent', 'accent-strong', 'attention', 'danger', 'success'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['danger-ink', 'danger'],
  ['danger-ink', 'danger-strong'],
  ...['accent-soft', 'attention-soft', 'danger-soft', 'success-soft'].map((ground): [string, string] => [
    'ink',
    ground,
  ]),
  ['accent', 'accent-soft'],
  ['attention', 'attention-soft'],
  ['danger', 'danger-soft'],
  ['success', 'success-soft'],
  ...['ink', 'ink-quiet'].flatMap((text) =>
    ['desk', 'sheet', 'field', 'card', ...families.map((family) => `fam-${family}-soft`)].map(
      (ground): [string, string] => [text, ground],
    ),
  ),
  ...families.flatMap((family): [string, string][] => [
    [`fam-${family}`, 'card'],
    [`fam-${family}`, `fam-${family}-soft`],
  ]),
  ['success', 'card'],
]

/** Whatever a card is made of, and the four inks that words on it have. */
const bodies: Body[] = [
  { type: 'paper' },
  { type: 'sheet' },
  { type: 'arrow' },
  { type: 'poster' },
  ...noteColours.map((paper): Body => ({ type: 'note', paper })),
]
const cardPairs = new Set(
  bodies.flatMap((body) =>
    families.flatMap((family) => {
      const { ink, quiet, family: own, attention, ground } = inksOf({ body, family, parts: [] })
      return [ink, quiet, own, attention].map((text) => `${text} ${ground}`)
    }),
  ),
)

const controlPairs: [mark: string, ground: string][] = ['line-strong', 'accent', 'focus', 'danger'].flatMap(
  (mark) => grounds.map((ground): [string, string] => [mark, ground]),
)

describe('colour tokens', () => {
  it('are the same in the dark, whether the system or the person chose it', () => {
    expect(darkByChoice).toEqual(darkBySystem)
  })

  it('have a dark value for every light one', () => {
    expect(Object.keys(darkByChoice).sort()).toEqual(Object.keys(light).sort())
  })

  describe.each([
    ['light', light],
    ['dark', darkByChoice],
  ])('in the %s', (_, palette) => {
    it.each(textPairs)('let people read %s on %s (4.5 : 1)', (text, ground) => {
      expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(4.5)
    })

    it.each([...cardPairs].map((pair) => pair.split(' ') as [string, string]))(
      'let people read %s on a card that is %s (4.5 : 1)',
      (text, ground) => {
        expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(4.5)
      },
    )

    it.each(controlPairs)('let people find %s on %s (3 : 1)', (mark, ground) => {
      expect(contrast(palette, mark, ground)).toBeGreaterThanOrEqual(3)
    })
  })
})

describe('a line that comes with a state', () => {
  // A transparent one is drawn where a person has chosen the colours, as if each had the state.
  it('is told from none in forced colours', () => {
    const sheets = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.css'),
    )
    const drawn = sheets.filter((name) =>
      /border[\w-]*:[^;]*\btransparent;/.test(
        readFileSync(`client/${name}`, 'utf8').replaceAll(/[\w-]*end-color: [^;]*;/g, ''),
      ),
    )
    // All buttons have a line there, and the spinner's gap turns.
    expect(drawn).toEqual(['ui/Button.module.css'])
  })
})

it('with reduced motion nothing goes from one size to another, so that what is measured is what is set', () => {
  const base = readFileSync('client/ui/base.css', 'utf8')
  const rule = base.slice(base.indexOf('@media (prefers-reduced-motion: reduce)')).split('@media', 2)[1]!
  expect(rule).toMatch(/\*,\s+\*::before,\s+\*::after \{[^}]*transition: none !important;/)
})
