import { expect, it } from 'vitest'
import { SessionTies } from '#server/auth/session-ties.ts'

it('what is tied to a session ends with it, once', () => {
  const ties = new SessionTies()
  const ended: string[] = []
  for (const name of ['a', 'b']) ties.tie('session', () => ended.push(name))
  ties.tie('other', () => ended.push('other'))
  ties.ended('session')
  ties.ended('session')
  expect(ended).toEqual(['a', 'b'])
})

it('what was tied goes along when the browser logs in again, and can still be untied', () => {
  const ties = new SessionTies()
  const ended: string[] = []
  const untie = ties.tie('before', () => ended.push('untied'))
  ties.tie('before', () => ended.push('kept'))
  ties.move('before', 'after')
  ties.ended('before')
  expect(ended).toEqual([])
  untie()
  untie()
  ties.ended('after')
  expect(ended).toEqual(['kept'])
})
