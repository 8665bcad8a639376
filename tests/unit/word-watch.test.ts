import { describe, expect, it } from 'vitest'
import { WordWatch } from '#client/facilitation/word-watch.ts'

describe('letters outside a card', () => {
  it('are key commands one by one', () => {
    const words = new WordWatch()
    expect([0, 600, 1_200].map((at) => words.continues(at))).toEqual([false, false, false])
  })

  it('are a word, and no commands, when they follow one another', () => {
    const words = new WordWatch()
    expect([0, 120, 300, 520].map((at) => words.continues(at))).toEqual([false, true, true, true])
  })

  it('are commands again after a pause', () => {
    const words = new WordWatch()
    words.continues(0)
    words.continues(150)
    expect(words.continues(900)).toBe(false)
  })
})
