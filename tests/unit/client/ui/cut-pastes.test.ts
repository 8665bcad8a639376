// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { followCutPastes, type CutPaste } from '#client/ui/cut-pastes.ts'

let stop: () => void = () => undefined
afterEach(() => stop())

/** What is told when these words are pasted into this field, over so many of its last letters. */
function pasted(html: string, words: string, over = 0): CutPaste[] {
  const told: CutPaste[] = []
  stop = followCutPastes(document, (cut) => told.push(cut))
  document.body.innerHTML = html
  const field = document.querySelector<HTMLTextAreaElement>('textarea, input')!
  field.focus()
  field.setSelectionRange(field.value.length - over, field.value.length)
  const event = new Event('paste', { bubbles: true })
  field.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => words } }))
  stop()
  return told
}

test('who pastes more than a field takes is told where it was cut', () => {
  const field = '<textarea maxlength="20">Der Antrag</textarea>'
  expect(pasted(field, ' liegt seit Wochen im Amt.')).toEqual([{ max: 20, from: 't Wochen im Amt.' }])
  expect(pasted(field, ' liegt lang\r\nund breit', 6)).toEqual([{ max: 20, from: 'breit' }])
  expect(pasted('<input maxlength="3">', 'ab👍c')).toEqual([{ max: 3, from: '👍c' }])
})

test('of a password it is told that it was cut, and not a letter of it', () => {
  expect(pasted('<input type="password" maxlength="3">', 'geheim')).toEqual([{ max: 3, from: null }])
  const shown = '<input type="text" autocomplete="new-password" maxlength="3">'
  expect(pasted(shown, 'geheim')).toEqual([{ max: 3, from: null }])
})

test('nothing is told where all of it fits, or nothing can be pasted', () => {
  expect(pasted('<textarea maxlength="20">Der Antrag</textarea>', ' liegt da.')).toEqual([])
  expect(pasted('<textarea>Der Antrag</textarea>', 'x'.repeat(5_000))).toEqual([])
  expect(pasted('<textarea maxlength="3" readonly></textarea>', 'Antrag')).toEqual([])
})
