import { expect, it } from 'vitest'
import { InterestPace } from '#server/http/gallery/interest-pace.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

it('counts a whole /64 as one address, and an IPv4 address as itself', () => {
  const pace = new InterestPace(new FakeClock())
  const letIn = (address: string, n: number) => pace.secondsToWait(address, `solution ${n}`, null) === 0
  const ofOneHouse = [
    '2001:db8::1',
    '2001:db8:0:0:5::',
    '2001:DB8::2:3',
    '2001:db8:0:0:1:2:3:4',
    '2001:db8::9',
  ]
  expect(ofOneHouse.map(letIn)).toEqual([true, true, true, true, true])
  expect(letIn('2001:db8::a', 6)).toBe(false)
  expect(letIn('2001:db8:0:1::a', 7)).toBe(true)
  for (let n = 0; n < 6; n++) expect(letIn(`::ffff:10.0.0.${n}`, 10 + n)).toBe(true)
})

it('says when the first of those that are too many is an hour old', async () => {
  const clock = new FakeClock()
  const pace = new InterestPace(clock)
  const wait = () => pace.secondsToWait('10.0.0.1', 'solution', null)
  expect([wait(), wait(), wait(), wait(), wait()]).toEqual([0, 0, 0, 0, 0])
  await clock.advance(60_000)
  expect(wait()).toBe(59 * 60)
  await clock.advance(59 * 60_000)
  expect(wait()).toBe(0)
})

it('sends one mailbox a few mails a day, from wherever and about whatever they are asked for', () => {
  const pace = new InterestPace(new FakeClock())
  const wait = (n: number, mailbox = 'Ada@stadt.example') =>
    pace.secondsToWait(`10.0.0.${n}`, `solution ${n}`, mailbox)
  expect([wait(1), wait(2), wait(3, 'ada@Stadt.example'), wait(4)]).toEqual([0, 0, 0, 24 * 60 * 60])
  expect(wait(5, 'bo@stadt.example')).toBe(0)
})
