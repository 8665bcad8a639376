import { expect, it } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { SessionTies } from '#server/auth/session-ties.ts'

const [anna, bert] = [newId<MemberId>(), newId<MemberId>()]

it('what is tied to a session ends with it, once', () => {
  const ties = new SessionTies()
  const ended: string[] = []
  for (const name of ['a', 'b']) ties.tie('session', anna, () => ended.push(name))
  ties.tie('other', anna, () => ended.push('other'))
  ties.ended('session')
  ties.ended('session')
  expect(ended).toEqual(['a', 'b'])
})

it('what was tied goes along when the browser logs in again, and can still be untied', () => {
  const ties = new SessionTies()
  const ended: string[] = []
  const untie = ties.tie('before', anna, () => ended.push('untied'))
  ties.tie('before', anna, () => ended.push('kept'))
  ties.move('before', 'after')
  ties.ended('before')
  expect(ended).toEqual([])
  untie()
  untie()
  ties.ended('after')
  expect(ended).toEqual(['kept'])
})

it('what was opened as one member ends when the browser is that member no more; the rest stays', () => {
  const ties = new SessionTies()
  const ended: string[] = []
  ties.tie('session', anna, () => ended.push('anna'))
  ties.tie('session', bert, () => ended.push('bert'))
  ties.lost('session', anna)
  expect(ended).toEqual(['anna'])
  ties.ended('session')
  expect(ended).toEqual(['anna', 'bert'])
})
