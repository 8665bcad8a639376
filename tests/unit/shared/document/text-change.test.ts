import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { replaceText } from '#shared/document/artefacts.ts'
import { mapOffset, textChange } from '#shared/document/text-change.ts'

const texts = fc.string({ unit: 'grapheme', maxLength: 30 })

describe('a change of text', () => {
  it('turns the one text into the other, whatever they are and wherever the caret stands', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(60), (before, next, caret) => {
        const change = textChange(before, next, Math.min(caret, next.length))
        const { start, removed, inserted } = change ?? { start: 0, removed: 0, inserted: '' }
        expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(next)
      }),
    )
  })

  it('touches nothing but the stretch that differs', () => {
    expect(textChange('Antrag stellen', 'Antrag digital stellen')).toEqual({
      start: 7,
      removed: 0,
      inserted: 'digital ',
    })
  })

  it('knows by the caret which of several equal letters is the new one', () => {
    expect(textChange('hallo', 'halllo', 3)).toMatchObject({ start: 2, inserted: 'l' })
    expect(textChange('hallo', 'halllo', 5)).toMatchObject({ start: 4, inserted: 'l' })
  })

  it('never cuts an emoji in two, which would turn it into question marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('😀', '😁', '🧭', 'a')),
        fc.array(fc.constantFrom('😀', '😁', 'b')),
        (a, b) => {
          const text = new Y.Doc().getText()
          text.insert(0, a.join(''))
          replaceText(text, b.join(''))
          expect(text.toString()).toBe(b.join(''))
        },
      ),
    )
  })
})

describe('an offset after somebody else’s change', () => {
  it('stays at the same letter', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(30), fc.nat(30), (own, inserted, at, caret) => {
        const text = `${own}|${own}`
        const where = Math.min(at, text.length)
        const from = Math.min(caret, text.length)
        const moved = mapOffset(from, [{ retain: where }, { insert: inserted }], 'before')
        const after = text.slice(0, where) + inserted + text.slice(where)
        expect(after.slice(moved)).toBe(from >= where ? text.slice(from) : after.slice(from))
      }),
    )
  })

  it('goes to where a deleted stretch was', () => {
    expect(mapOffset(6, [{ retain: 2 }, { delete: 8 }])).toBe(2)
    expect(mapOffset(12, [{ retain: 2 }, { delete: 8 }])).toBe(4)
  })

  it('lets text inserted exactly there come before or after, as asked', () => {
    expect(mapOffset(3, [{ retain: 3 }, { insert: 'xy' }], 'after')).toBe(3)
    expect(mapOffset(3, [{ retain: 3 }, { insert: 'xy' }], 'before')).toBe(5)
  })
})
