import { describe, expect, it } from 'vitest'
import { newMeetingSchema } from '#shared/agenda/file.ts'
import { adviceFor } from '#shared/agenda/lint.ts'
import { programmeMeetings } from '#shared/agenda/programme.ts'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { strategiewerkstatt } from '#shared/methods/strategiewerkstatt.ts'
import { plenumPages } from '#shared/methods/strategiewerkstatt-plenum.ts'
import { phases } from '#shared/workshop/phases.ts'

const groupIds = [newId<GroupId>(), newId<GroupId>()]
const plenumId = newId<GroupId>()
const idsOf = (pages: readonly { phase: string; key: string }[]) =>
  pages.map(({ phase, key }) => `page:${phase}-${key}`)

describe.each(['de', 'en'] as const)('the Strategiewerkstatt as meetings (%s)', (language) => {
  const meetings = programmeMeetings({ language, groupIds, plenumId })
  const isOfPlenum = (meeting: (typeof meetings)[number]) => meeting.groupIds.includes(plenumId)

  it.each(meetings.map((meeting) => [meeting.title, meeting] as const))(
    '%s is sound, and a careful colleague has nothing to say',
    (_, meeting) => {
      expect(newMeetingSchema.parse(meeting)).toEqual(meeting)
      expect(adviceFor(meeting)).toEqual([])
    },
  )

  it('works on pages that the template lays out', () => {
    for (const meeting of meetings) {
      const laidOut = idsOf(isOfPlenum(meeting) ? plenumPages : strategiewerkstatt.pages)
      for (const { pageId } of meeting.steps) if (pageId !== null) expect(laidOut).toContain(pageId)
    }
  })

  it('comes through the phases in their order, group and plenum alike', () => {
    for (const part of [meetings.filter(isOfPlenum), meetings.filter((meeting) => !isOfPlenum(meeting))]) {
      const order = part.map(({ steps }) => phases.indexOf(steps.find(({ phase }) => phase !== null)!.phase!))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })

  it('has a step of every method whose page a group finds prepared', () => {
    const used = new Set(meetings.flatMap(({ steps }) => steps.map(({ methodId }) => methodId)))
    const prepared = idsOf(strategiewerkstatt.pages)
    const missing = methods.filter(
      ({ key, page }) => page && prepared.includes(idsOf([page])[0]!) && !used.has(key),
    )
    expect(missing.map(({ key }) => key)).toEqual([])
  })
})

it('a workshop without a plenum has meetings of its groups only', () => {
  const meetings = programmeMeetings({ language: 'de', groupIds, plenumId: null })
  expect(meetings.every((meeting) => JSON.stringify(meeting.groupIds) === JSON.stringify(groupIds))).toBe(
    true,
  )
})
