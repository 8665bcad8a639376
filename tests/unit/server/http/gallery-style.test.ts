import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dark, light } from '#server/http/gallery/style.ts'

it('the gallery has the colours of the product, in the light and in the dark', () => {
  const [inLight, inDark] = readFileSync('client/ui/tokens.css', 'utf8').split('@media screen and')
  const differing = (colours: Record<string, string>, css: string) =>
    Object.entries(colours).filter(([name, value]) => !css.includes(`--${name}: ${value};`))
  expect(differing(light, inLight!)).toEqual([])
  expect(differing(dark, inDark!)).toEqual([])
})
