import i18next, { type TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { leftBehindText, refusedText } from '#client/board/content/image-faults.ts'
import { de } from '#shared/i18n/de/index.ts'

const texts = i18next.createInstance({
  ...{ lng: 'de', resources: { de: { translation: de } }, initAsync: false },
  interpolation: { escapeValue: false },
})
void texts.init()
const t = texts.t.bind(texts) as TFunction

describe('images that were refused', () => {
  it('are all named in one message, reason by reason', () => {
    const large = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map((name) => ({ name, fault: 'tooLarge' as const }))
    expect(
      refusedText(t, [...large.slice(0, 2), { name: 'e.svg', fault: 'wrongType' }, ...large.slice(2)]),
    ).toBe(
      '„a.jpg“, „b.jpg“, „c.jpg“, „d.jpg“: Die Bilder sind größer als 10 MB. Bitte verkleinern Sie sie.\n' +
        '„e.svg“: Dieses Format ist nicht möglich. Bitte nehmen Sie PNG, JPEG, WebP oder GIF.',
    )
  })

  it('say why alone where they have no name', () => {
    expect(refusedText(t, [{ name: '', fault: 'unreadable' }])).toBe(
      'Diese Bilddatei ist beschädigt oder unvollständig.',
    )
  })

  it('are counted where cards came without them', () => {
    expect(leftBehindText(t, ['full', 'notYours', 'notYours'])).toBe(
      'Ein Bild ist nicht mitgekommen. Der Platz für Bilder dieser Gruppe ist aufgebraucht.\n' +
        '2 Bilder sind nicht mitgekommen. In der anderen Gruppe gibt es die Bilder nicht mehr, oder Sie dürfen sie dort nicht sehen.',
    )
  })
})
