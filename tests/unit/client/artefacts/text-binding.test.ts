import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { TextBinding, type TextSurface } from '#client/artefacts/text-binding.ts'
import { connectDocs, exchange } from '#tests/support/room-session.ts'

/** A text field without a browser: typing happens at its caret. */
class Field implements TextSurface {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  readonly hasCaret = true

  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }

  type(text: string) {
    const { value, selectionStart, selectionEnd } = this
    this.value = value.slice(0, selectionStart) + text + value.slice(selectionEnd)
    this.setSelectionRange(selectionStart + text.length, selectionStart + text.length)
  }
}

function person(doc: Y.Doc) {
  const field = new Field()
  const binding = new TextBinding(doc.getText('t'), field, (change) => doc.transact(change, 'own'))
  const type = (text: string) => {
    field.type(text)
    binding.onInput()
  }
  return { doc, field, binding, type, text: () => doc.getText('t').toString() }
}

const pair = () => ({ a: person(new Y.Doc()), b: person(new Y.Doc()) })

describe('two people in one text', () => {
  it('both see everything that both typed, in one order, without a letter lost', () => {
    const step = fc.record({
      who: fc.constantFrom('a' as const, 'b' as const),
      at: fc.nat(40),
      text: fc.string({ unit: fc.constantFrom('ä', 'b', ' ', '😀', '\n'), minLength: 1, maxLength: 4 }),
      meet: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const people = pair()
        for (const { who, at, text, meet } of steps) {
          const { field, type } = people[who]
          const caret = [...field.value].slice(0, at).join('').length
          field.setSelectionRange(caret, caret)
          type(text)
          if (meet) exchange(people.a.doc, people.b.doc)
        }
        exchange(people.a.doc, people.b.doc)
        expect(people.a.field.value).toBe(people.b.field.value)
        expect(people.a.field.value).toBe(people.a.text())
        const typed = steps.map((step) => step.text).join('')
        expect([...people.a.field.value].sort().join('')).toBe([...typed].sort().join(''))
      }),
    )
  })

  it('keep their carets at their own words while the other one types in front of them', () => {
    const { a, b } = pair()
    connectDocs(a.doc, b.doc)
    a.type('Ende')
    a.field.setSelectionRange(2, 2)
    b.field.setSelectionRange(0, 0)
    b.type('Das ')
    expect(a.field.value).toBe('Das Ende')
    expect(a.field.selectionStart).toBe(6)
    a.type('n')
    expect(b.field.value).toBe('Das Ennde')
  })

  it('do not tear each other’s words apart when they type at the same place', () => {
    const { a, b } = pair()
    connectDocs(a.doc, b.doc)
    for (const letter of ['x', 'y', 'z']) {
      a.type(letter)
      b.field.setSelectionRange(b.field.value.length, b.field.value.length)
      b.type(letter.toUpperCase())
    }
    expect(a.field.value.replace(/[A-Z]/g, '')).toBe('xyz')
    expect(a.field.value.replace(/[a-z]/g, '')).toBe('XYZ')
  })

  it('keep a selection as wide as it was', () => {
    const { a, b } = pair()
    connectDocs(a.doc, b.doc)
    a.type('eins zwei drei')
    a.field.setSelectionRange(5, 9)
    b.field.setSelectionRange(0, 0)
    b.type('null ')
    b.field.setSelectionRange(14, 14)
    b.type('!')
    expect(a.field.value.slice(a.field.selectionStart, a.field.selectionEnd)).toBe('zwei')
  })
})

it('A text takes what has room and shows no more, because the server would take all of it back', () => {
  const text = new Y.Doc().getText('t')
  const field = new Field()
  const binding = new TextBinding(text, field, (change) => change(), 6)
  field.type('acht 😀😀')
  binding.onInput()
  expect([text.toString(), field.value]).toEqual(['acht ', 'acht '])
  field.setSelectionRange(0, 4)
  field.type('neunmal')
  binding.onInput()
  expect(field.value).toBe('neunm ')
})

describe('an input method that composes', () => {
  it('is left alone until it is done, then both texts stand beside each other', () => {
    const { a, b } = pair()
    connectDocs(a.doc, b.doc)
    a.type('Wort')
    a.binding.onCompositionStart()
    a.field.type('に')
    a.binding.onInput()
    b.field.setSelectionRange(0, 0)
    b.type('Vor ')
    expect(a.field.value).toBe('Wortに')
    a.field.value = 'Wort日本'
    a.field.setSelectionRange(6, 6)
    a.binding.onCompositionEnd()
    expect(a.field.value).toBe('Vor Wort日本')
    expect(b.field.value).toBe('Vor Wort日本')
    expect(a.field.selectionStart).toBe('Vor Wort日本'.length)
  })

  it('shows what was missed when the composition is given up', () => {
    const { a, b } = pair()
    connectDocs(a.doc, b.doc)
    a.binding.onCompositionStart()
    b.type('neu')
    expect(a.field.value).toBe('')
    a.binding.onCompositionEnd()
    expect(a.field.value).toBe('neu')
  })

  it('keeps the composed word when the view goes away in the middle', () => {
    const { a } = pair()
    a.binding.onCompositionStart()
    a.field.type('halb')
    a.binding.destroy()
    expect(a.text()).toBe('halb')
  })
})
