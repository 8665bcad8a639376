import { expect, it } from 'vitest'
import { placeSentence } from '#shared/layout/card/sentence.ts'
import { inks } from '#tests/support/inks.ts'

it('a comma stands at the word before it, also where that word has a tint around it', () => {
  const pieces = [{ slot: 'Maren', empty: false }, ', weil ', { slot: 'sie wartet', empty: false }, '.']
  const { nodes } = placeSentence({ type: 'sentence', pieces }, { x: 0, y: 0, w: 600 }, inks)
  const tints = nodes.filter((node) => node.type === 'rect')
  const words = nodes.filter((node) => node.type === 'text')
  expect(words.map(({ lines }) => lines[0]!.text.trim())).toEqual(['Maren', ', weil', 'sie wartet', '.'])
  for (const n of [0, 1]) {
    const tintEnd = tints[n]!.x + tints[n]!.w
    const markAt = words[2 * n + 1]!.lines[0]!.x
    expect(markAt).toBeCloseTo(tintEnd, 5)
  }
  const alone = placeSentence(
    { type: 'sentence', pieces: [pieces[0]!] },
    { x: 0, y: 0, w: 600 },
    inks,
  ).nodes.find((node) => node.type === 'rect')!
  expect(alone.w - tints[0]!.w, 'the tint gives up its end').toBe(6)
})
