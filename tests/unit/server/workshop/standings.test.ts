import { expect, it } from 'vitest'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { GroupStanding } from '#shared/consent/standing.ts'
import { bodiesBehind } from '#server/workshop/owners.ts'
import { Standings } from '#server/workshop/standings.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

const id = 'a-workshop' as WorkshopId

function looking(look: () => Promise<GroupStanding[]> = async () => []) {
  const clock = new FakeClock()
  const looks = { count: 0 }
  const standings = new Standings(() => {
    looks.count++
    return look()
  }, clock)
  return { clock, looks, standings }
}

it('reads the rooms once for all who look, and again when something was committed', async () => {
  const { clock, looks, standings } = looking()
  await Promise.all([standings.of(id, 'one'), standings.of(id, 'one')])
  await clock.advance(60_000)
  await standings.of(id, 'one')
  expect(looks.count).toBe(1)
  await standings.of(id, 'two')
  expect(looks.count).toBe(2)
})

it('does not read at every commit while people work', async () => {
  const { clock, looks, standings } = looking()
  for (const state of ['one', 'two', 'three']) await standings.of(id, state)
  expect(looks.count).toBe(1)
  await clock.advance(15_000)
  await standings.of(id, 'four')
  expect(looks.count).toBe(2)
})

it('reads again in the end, even if nothing was committed', async () => {
  const { clock, looks, standings } = looking()
  await standings.of(id, 'one')
  await clock.advance(3_600_000)
  await standings.of(id, 'one')
  expect(looks.count).toBe(2)
})

it('begins no second reading while one is under way, however long it takes', async () => {
  let finish: (groups: GroupStanding[]) => void = () => {}
  const { clock, looks, standings } = looking(() => new Promise((resolve) => (finish = resolve)))
  const first = standings.of(id, 'one')
  await clock.advance(120_000)
  const second = standings.of(id, 'two')
  finish([])
  expect(await second).toEqual(await first)
  expect(looks.count).toBe(1)
})

it('asks anew after a reading that failed', async () => {
  const { looks, standings } = looking(() => Promise.reject(new Error('no room on the disk')))
  await expect(standings.of(id, 'one')).rejects.toThrow('no room')
  await expect(standings.of(id, 'one')).rejects.toThrow('no room')
  expect(looks.count).toBe(2)
})

it('names the bodies behind a name, and no name', () => {
  const people = [
    { name: 'Mara Holm', organisation: 'ITK Osterlohe' },
    { name: 'Bo Brandt', organisation: '' },
  ]
  const bodies = [{ name: 'ITK Osterlohe' }, { name: 'Landkreis Aue' }]
  const behind = (owner: string) => bodiesBehind(owner, people, bodies)
  expect(behind('mara holm und Bo Brandt')).toEqual(['ITK Osterlohe'])
  expect(behind('Landkreis Aue, ITK Osterlohe, Mara Holm')).toEqual(['Landkreis Aue', 'ITK Osterlohe'])
  expect(behind('Mara')).toEqual([])
  expect(behind('')).toEqual([])
})
