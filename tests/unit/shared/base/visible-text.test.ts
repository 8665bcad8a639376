import { describe, expect, it } from 'vitest'
import { isVisible } from '#shared/base/visible-text.ts'
import { acceptInviteRequest, text } from '#shared/protocol/api.ts'

describe('a text that can be seen', () => {
  it.each(['Anna', 'Ö', '李', '👋', ' a\u200b'])('is %j', (text) => expect(isVisible(text)).toBe(true))

  it.each([
    '',
    '  ',
    '\u200b\u200d',
    '\u2060',
    '\u3164',
    '\uffa0',
    '\u2800',
    '\u00ad',
    '\ufeff\n',
    '\u202e\u202c',
    '\ufe0f',
    '\u034f',
    '\u180b',
    '\u17b4',
    '\u{e0041}',
    '\u{e0100}',
  ])('is not %j', (text) => expect(isVisible(text)).toBe(false))

  it('is asked of whoever joins', () => {
    const named = (name: string) =>
      acceptInviteRequest.safeParse({
        invitation: { code: 'ABC234' },
        name,
        organisation: '',
        organisationKind: 'other',
      }).success
    expect([named('Anna'), named('\u200b\u2060')]).toEqual([true, false])
  })

  it('turns nothing round but itself where it is a name', () => {
    expect(text(80).parse('\u202eannA\u2066 Adler\u0007')).toBe('annA Adler')
    expect(text(80).safeParse('\u202e\u2069').success).toBe(false)
    expect(text(80).parse('عمر')).toBe('عمر')
  })
})
