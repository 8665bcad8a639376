import { describe, expect, it } from 'vitest'
import type { MeetingId } from '#shared/base/ids.ts'
import { calendarFile } from '#shared/agenda/calendar.ts'
import { changed } from '#shared/agenda/change.ts'
import { cancelled, type Meeting } from '#shared/agenda/meeting.ts'
import { zoneRules } from '#shared/agenda/zone-rules.ts'
import { meetingWith } from '#tests/support/agenda.ts'

const invitation = {
  workshopTitle: 'Kita; Plätze, viele',
  roomUrl: 'https://werkraum.example.org/werkstaetten/w',
  nowMs: Date.UTC(2026, 0, 5, 9),
  timeZone: 'Europe/Berlin',
}
const feed = { name: 'Kita', cancelledTitle: 'Abgesagt', cancelled: [] }
const at = (...[year, month, day, hour]: number[]) =>
  meetingWith([], { startsAt: Date.UTC(year!, month! - 1, day, hour), id: crypto.randomUUID() as MeetingId })
const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n')
const startsIn = (text: string) => linesOf(text).filter((line) => line.startsWith('DTSTART;TZID'))

describe('a calendar', () => {
  it('keeps a weekly meeting at two o’clock when the clocks change', () => {
    const weekly = [at(2026, 3, 27, 13), at(2026, 4, 3, 12), at(2026, 10, 23, 12), at(2026, 10, 30, 13)]
    expect(startsIn(calendarFile(weekly, invitation, feed))).toEqual([
      'DTSTART;TZID=Europe/Berlin:20260327T140000',
      'DTSTART;TZID=Europe/Berlin:20260403T140000',
      'DTSTART;TZID=Europe/Berlin:20261023T140000',
      'DTSTART;TZID=Europe/Berlin:20261030T140000',
    ])
  })

  it('brings the rules of its zone along, as Outlook wants them', () => {
    expect(zoneRules('Europe/Berlin', invitation.nowMs, Date.UTC(2028, 0, 1))).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ])
  })

  it('knows zones that count from the first of the month, that never change, and that follow no rule', () => {
    const rules = (zone: string) => zoneRules(zone, invitation.nowMs, invitation.nowMs)
    expect(rules('America/New_York')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU')
    expect(rules('Asia/Kolkata')).toContain('TZOFFSETTO:+0530')
    expect(rules('Africa/Casablanca')).toBeNull()
    const text = calendarFile([at(2026, 3, 27, 13)], { ...invitation, timeZone: 'Africa/Casablanca' })
    expect(text).toContain('DTSTART:20260327T130000Z')
    expect(text).not.toContain('VTIMEZONE')
  })

  it('says a change by a higher number under the same UID, and only where calendars show it', () => {
    const before = at(2026, 3, 27, 13)
    const edit = (meeting: Meeting, to: Partial<Meeting>) => {
      const result = changed(meeting, { type: 'editMeeting', from: meeting, to })
      if (!result.ok) throw new Error(result.refusal)
      return result.value
    }
    const later = edit(before, { startsAt: before.startsAt! + 1 })
    const noted = edit(later, { note: 'Nur für uns', title: later.title })
    expect([before, later, noted, edit(noted, { title: 'Neu' })].map(({ sequence }) => sequence)).toEqual([
      undefined,
      1,
      1,
      2,
    ])
    const [old, fresh] = [before, noted].map((meeting) => linesOf(calendarFile([meeting], invitation)))
    const uid = `UID:${before.id}@werkraum`
    expect(old).toEqual(expect.arrayContaining([uid, 'SEQUENCE:0']))
    expect(fresh).toEqual(expect.arrayContaining([uid, 'SEQUENCE:1']))
    expect(fresh!.join()).not.toContain('Nur für uns')
  })

  it('strikes out what was called off, without a word of it', () => {
    const gone = meetingWith([], { title: 'Geheimes Treffen', sequence: 1 })
    const text = calendarFile([], invitation, { ...feed, cancelled: [cancelled(gone)!] })
    const lines = linesOf(text)
    expect(lines).toEqual(
      expect.arrayContaining([`UID:${gone.id}@werkraum`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    )
    expect(lines).toContain('SUMMARY:Abgesagt (Kita\\; Plätze\\, viele)')
    expect(text).not.toContain('Geheim')
  })

  it('names times in UTC where a date is far off, and leaves out one that it cannot write', () => {
    const far = calendarFile([at(2226, 3, 27, 13), at(20_226, 3, 27, 13)], invitation, feed)
    expect(linesOf(far).filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:22260327T130000Z'])
    const long = calendarFile([at(1899, 12, 31, 12), at(1969, 7, 20, 20)], invitation, feed)
    expect(linesOf(long).filter((line) => line.startsWith('DTSTART'))).toEqual([
      expect.stringContaining('19690720T'),
    ])
    const never = meetingWith([], { startsAt: 9e15 })
    expect(calendarFile([never], invitation, { ...feed, cancelled: [cancelled(never)!] })).not.toContain(
      'VEVENT',
    )
  })

  it('leaves out what has no date, and breaks lines after 75 octets', () => {
    const text = calendarFile([meetingWith([], { startsAt: null }), at(2026, 3, 27, 13)], invitation, feed)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
