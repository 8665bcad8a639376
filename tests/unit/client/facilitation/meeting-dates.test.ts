import { describe, expect, it } from 'vitest'
import { fromLocalInput, toLocalInput, weeksFrom } from '#client/facilitation/agenda/local-time.ts'

describe('the date of a meeting', () => {
  it('comes back out of its input as it went in', () => {
    const at = new Date(2026, 10, 28, 9, 5).getTime()
    expect(toLocalInput(at)).toBe('2026-11-28T09:05')
    expect(fromLocalInput(toLocalInput(at))).toBe(at)
  })

  it('is none while the input is empty or half written', () => {
    expect(fromLocalInput('')).toBeNull()
    expect(fromLocalInput('morgen')).toBeNull()
  })

  it('repeats weekly at the same time of day, also over a change of the clock', () => {
    const begin = new Date(2026, 9, 20, 9, 30).getTime()
    const weeks = weeksFrom(begin, 3).map((at) => new Date(at))
    expect(weeks.map((date) => date.getDate())).toEqual([27, 3, 10])
    expect(weeks.map((date) => [date.getHours(), date.getMinutes()])).toEqual(Array(3).fill([9, 30]))
  })
})
