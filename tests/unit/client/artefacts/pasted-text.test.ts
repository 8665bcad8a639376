// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { pastedText } from '#client/kinds/interview/reading-in/pasted-text.ts'
import { stressedText } from '#client/kinds/interview/reading-in/stressed-text.ts'

describe('what somebody copied out of a word processor', () => {
  it('keeps what was bold there, and its paragraphs and lists', () => {
    const text = pastedText(
      '<style>p{}</style><p>Sie sagt es.\n <b>Das dauert zu lange.</b></p><ul><li>eins</li><li>zwei</li></ul><p>Ende</p>',
    )
    expect(text).toBe('Sie sagt es. **Das dauert zu lange.**\n\n- eins\n- zwei\n\nEnde')
    const { text: plain, strong } = stressedText(text!)
    expect(strong.map(([from, to]) => plain.slice(from, to))).toEqual(['Das dauert zu lange.'])
  })

  it('is bold by its style, too, and not where a program wraps everything', () => {
    expect(
      pastedText(
        '<b style="font-weight:normal"><p>Kein Fett, <span style="font-weight:700">nur hier</span>.</p></b>',
      ),
    ).toBe('Kein Fett, **nur hier**.')
  })

  it('is left to the browser where nothing is bold', () => {
    expect(pastedText('<p>Nur Text</p>')).toBe(null)
    expect(pastedText('')).toBe(null)
  })
})
