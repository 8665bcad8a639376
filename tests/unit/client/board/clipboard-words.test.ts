// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { wordsOf } from '#client/board/content/clipboard-words.ts'

describe('the words on a clipboard with several flavours', () => {
  test('are those of the cells where Excel says which cell is which', () => {
    const html =
      '<html><body><table><tr><td>Antrag<br>\n  liegt</td><td>Amt "Nord"</td></tr><tr><td>zwei</td><td></td></tr></table></body></html>'
    expect(wordsOf({ html, plain: '"Antrag\nliegt"\t"Amt ""Nord"""\nzwei\t' })).toBe(
      'Antrag liegt – Amt "Nord"\nzwei',
    )
  })

  test('are those of a Word table whose cells hold paragraphs, with what stands around it', () => {
    const html =
      '<body><style>p{}</style><p>Vorher</p><table><tr><td><p>eins</p><p>weiter</p></td><td><p>Amt</p></td></tr></table><p>Nachher</p></body>'
    expect(wordsOf({ html, plain: 'Vorher\neins\nweiter\tAmt\nNachher' })).toBe(
      'Vorher\neins weiter – Amt\nNachher',
    )
  })

  test('are the paragraphs of a mail that is laid out by tables', () => {
    const html =
      '<table><tr><td><table><tr><td><p>Guten Tag,</p><p>die Frist endet.</p></td></tr></table></td></tr></table>'
    expect(wordsOf({ html, plain: 'Guten Tag,\n\ndie Frist endet.' })).toBe('Guten Tag,\ndie Frist endet.')
  })

  test('are the plain ones where there is no table', () => {
    expect(wordsOf({ html: '<p><b>eins</b></p>', plain: 'eins\n\nzwei' })).toBe('eins\n\nzwei')
  })

  test('are none in a picture, and none in copied cards', () => {
    expect(wordsOf({ html: '<img src="https://example.org/a.png">', plain: '' })).toBeNull()
    expect(wordsOf({ html: '<div data-tldraw>{}</div>', plain: 'eins' })).toBeNull()
  })
})
