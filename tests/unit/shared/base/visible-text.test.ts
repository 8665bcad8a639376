import { describe, expect, it } from 'vitest'
import { isVisible } from '#shared/base/visible-text.ts'
import { acceptInviteRequest } from '#shared/protocol/api.ts'

describe('a text that can be seen', () => {
  it.each(['Anna', 'Ö', '李', '👋', ' a\u200b'])('is %j', (text) => expect(isVisible(text)).toBe(true))

  it.each(['', '  ', '\u200b\u200d', '\u2060', '\u3164', '\u2800', '\u00ad', '\ufeff\n'])(
    'is not %j',
    (text) => expect(isVisible(text)).toBe(false),
  )

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
})
