import { describe, expect, it } from 'vitest'
import { adviceFor } from '#shared/agenda/lint.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

const typesFor = (...args: Parameters<typeof meetingWith>) =>
  adviceFor(meetingWith(...args)).map(({ type }) => type)
const work = (id: string, minutes: number) => plannedStep(id, { minutes })
const pause = plannedStep('p', { activity: 'break', minutes: 15 })
const silent = (id: string, minutes: number) =>
  plannedStep(id, { minutes, mode: { type: 'silent', authorship: 'named' } })
const vote = plannedStep('v', { mode: { type: 'vote', ballot: 'dots' } })

describe('advice on an agenda', () => {
  it('says nothing of an agenda that fits, rests and votes on something', () => {
    expect(typesFor([work('a', 40), silent('b', 10), pause, work('c', 30), vote])).toEqual([])
    expect(typesFor([])).toEqual([])
  })

  it('says by how much an agenda is too long, and when nothing is left over', () => {
    expect(adviceFor(meetingWith([work('a', 70), pause, work('b', 50)]))).toContainEqual({
      type: 'tooLong',
      minutes: 15,
    })
    expect(typesFor([work('a', 60), pause, work('b', 45)])).toEqual(['noBuffer'])
  })

  it('misses a break after 90 minutes in a room and after 60 in a call, once per stretch', () => {
    const long = [work('a', 50), work('b', 30), work('c', 5)]
    expect(typesFor(long)).toEqual([])
    expect(typesFor(long, { place: { type: 'online', link: '' } })).toEqual(['breakMissing'])
    expect(typesFor([work('a', 80), work('b', 15), work('c', 15)])).toEqual(['breakMissing'])
  })

  it('finds silence that is too long, also in two steps in a row', () => {
    expect(typesFor([silent('a', 12), silent('b', 12)])).toEqual(['silentTooLong'])
    expect(typesFor([silent('a', 12), pause, silent('b', 12)])).toEqual([])
  })

  it('finds a vote before which nothing was collected', () => {
    expect(typesFor([pause, vote])).toEqual(['voteOnNothing'])
    expect(typesFor([{ ...vote, pageId: 'page:problem-pov' }])).toEqual([])
  })

  it('finds presentations without end and steps without minutes', () => {
    expect(typesFor([plannedStep('a', { minutes: 45, mode: { type: 'present' } })])).toEqual([
      'listeningTooLong',
    ])
    const talk = plannedStep('a', { minutes: 20, mode: { type: 'present' } })
    const closed = plannedStep('b', { minutes: 15, mode: { type: 'locked' } })
    expect(typesFor([talk, closed])).toEqual(['listeningTooLong'])
    expect(typesFor([talk, pause, closed])).toEqual([])
    expect(typesFor([work('a', 0)])).toEqual(['noMinutes'])
  })
})
