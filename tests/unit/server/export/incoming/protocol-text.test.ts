import { describe, expect, it } from 'vitest'
import { protocolText } from '#server/export/incoming/protocol-text.ts'

const str = (text: string) =>
  text.split(' ').flatMap((word, n) => [...(n > 0 ? [{ t: 'Space' }] : []), { t: 'Str', c: word }])
const para = (...inlines: unknown[]) => ({ t: 'Para', c: inlines.flat() })
const strong = (text: string) => ({ t: 'Strong', c: str(text) })
const read = (...blocks: unknown[]) => {
  const { text, strong, headings } = protocolText({ blocks })
  return {
    text,
    strong: strong.map(([from, to]) => text.slice(from, to)),
    headings: headings.map(({ at: [from, to], level }) => [text.slice(from, to), level]),
  }
}

describe('a document as text', () => {
  it('has an empty line between paragraphs, and names what is bold and what is a heading', () => {
    expect(
      read(
        { t: 'Header', c: [2, ['', [], []], str('Interview 1')] },
        para(...str('Das ist'), { t: 'Space' }, strong('sehr wichtig')),
      ),
    ).toEqual({
      text: 'Interview 1\n\nDas ist sehr wichtig\n',
      strong: ['sehr wichtig'],
      headings: [['Interview 1', 2]],
    })
  })

  it('brings together what a word processor divided, and nothing else', () => {
    const { strong: bold } = read(
      para(
        strong('Ein'),
        { t: 'Space' },
        strong('Satz.'),
        { t: 'Space' },
        ...str('Dann'),
        { t: 'Space' },
        strong('noch einer.'),
      ),
    )
    expect(bold).toEqual(['Ein Satz.', 'noch einer.'])
  })

  it('keeps the marks of lists, inside of which a bold word does not take the mark along', () => {
    const list = [[{ t: 'Plain', c: [strong('Eins')] }], [{ t: 'Plain', c: str('Zwei') }]]
    expect(read(para(...str('Vorher')), { t: 'BulletList', c: list }, para(...str('Nachher')))).toMatchObject(
      {
        text: 'Vorher\n\n- Eins\n- Zwei\n\nNachher\n',
        strong: ['Eins'],
      },
    )
    const numbered = { t: 'OrderedList', c: [[3, { t: 'Decimal' }, { t: 'Period' }], list] }
    expect(read(numbered).text).toBe('3. Eins\n4. Zwei\n')
  })

  it('reads tables row by row, and passes over what is no word', () => {
    const cell = (text: string) => [['', [], []], { t: 'AlignDefault' }, 1, 1, [{ t: 'Plain', c: str(text) }]]
    const row = (...cells: string[]) => [['', [], []], cells.map(cell)]
    const table = {
      t: 'Table',
      c: [
        ['', [], []],
        [null, []],
        [],
        [['', [], []], [row('Ort', 'Tag')]],
        [[['', [], []], 0, [], [row('Aue', 'Montag')]]],
        [['', [], []], []],
      ],
    }
    expect(read(table).text).toBe('Ort | Tag\n\nAue | Montag\n')
    expect(
      read(
        { t: 'RawBlock', c: ['html', '<script>'] },
        para({ t: 'Image', c: [['', [], []], str('Bild'), ['a', '']] }),
      ).text,
    ).toBe('')
    expect(protocolText({ blocks: 'kein Baum' }).text).toBe('')
  })
})
