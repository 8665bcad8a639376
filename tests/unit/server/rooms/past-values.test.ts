import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Past } from '#server/rooms/past-values.ts'

/** What a text says once it was made to fit, whether anything was taken out, and what was lost by it. */
function fitted(before: string, roomChars: number, change: (text: Y.Text) => void) {
  const doc = new Y.Doc()
  const text = doc.getText()
  text.insert(0, before)
  const lost: string[] = []
  let isCut = false
  doc.transact((transaction) => {
    change(text)
    isCut = new Past(transaction).fit(text, roomChars, () => lost.push(text.toString()))
  })
  return { said: text.toString(), isCut, lost }
}

describe('a text that is too long for its room', () => {
  it('may become shorter, though it stays too long', () => {
    expect(fitted('abcdefgh', 4, (text) => text.delete(0, 2))).toEqual({
      said: 'cdefgh',
      isCut: false,
      lost: [],
    })
  })

  it('loses the end of what was inserted', () => {
    expect(fitted('abc', 4, (text) => text.insert(1, 'xyz'))).toEqual({ said: 'axbc', isCut: true, lost: [] })
  })

  it('says what it said where words were to be replaced, and tells first what is lost', () => {
    const replaced = fitted('abc', 4, (text) => {
      text.delete(0, 2)
      text.insert(0, 'wxyz')
    })
    expect(replaced).toEqual({ said: 'abc', isCut: true, lost: ['wxyzc'] })
  })
})
