import { isMoment } from '../base/moment.ts'
import { wallClock } from '../base/wall-clock.ts'
import type { CancelledMeeting, Meeting } from './meeting.ts'
import { MINUTE_MS } from './times.ts'
import { compact, zoneRules } from './zone-rules.ts'

/** What a calendar file needs beside the meetings. */
interface Invitation {
  workshopTitle: string
  /** Where the rooms are; the same for everybody, never somebody's personal link. */
  roomUrl: string
  nowMs: number
  /** In which calendars name the times; they show them in their own. */
  timeZone: string
}

/** How a calendar that is looked at again and again is called, and what stands for a meeting that was called off. */
interface Feed {
  name: string
  cancelledTitle: string
  cancelled: readonly CancelledMeeting[]
}

/**
 * Meetings as a calendar file (RFC 5545); those without a date, or with one that
 * no calendar can write, are not in it. Times are those on the clocks of a zone
 * whose rules come along, so that a series stays at two o'clock when the clocks change; where a zone has no rules, in UTC.
 * A meeting keeps its UID for ever, and a higher SEQUENCE says that it changed. The file goes to everybody: neither notes
 * nor agenda are in it.
 */
export function calendarFile(meetings: readonly Meeting[], invitation: Invitation, feed?: Feed): string {
  const dated = meetings
    .flatMap((meeting) => (meeting.startsAt === null ? [] : { ...meeting, startsAt: meeting.startsAt }))
    .filter(isWritable)
  const cancelled = (feed?.cancelled ?? []).filter(isWritable)
  const starts = [...dated, ...cancelled].map(({ startsAt }) => startsAt)
  const { nowMs, timeZone, workshopTitle, roomUrl } = invitation
  const zone = zoneRules(timeZone, Math.min(nowMs, ...starts), Math.max(nowMs, ...starts))
  const time = (name: string, atMs: number) =>
    zone ? `${name};TZID=${timeZone}:${compact(wallClock(atMs, timeZone))}` : `${name}:${utc(atMs)}`
  const event = (meeting: Meeting | CancelledMeeting, startsAt: number, lines: readonly string[]) => [
    'BEGIN:VEVENT',
    `UID:${meeting.id}@werkraum`,
    `SEQUENCE:${meeting.sequence ?? 0}`,
    `DTSTAMP:${utc(nowMs)}`,
    time('DTSTART', startsAt),
    time('DTEND', startsAt + meeting.minutes * MINUTE_MS),
    ...lines,
    'END:VEVENT',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Werkraum//Werkraum//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(feed ? [`X-WR-CALNAME:${escaped(feed.name)}`, `X-WR-TIMEZONE:${timeZone}`, ...refreshed] : []),
    ...(zone ?? []),
    ...dated.flatMap((meeting) => {
      const where = meeting.place.type === 'online' ? meeting.place.link : meeting.place.where
      return event(meeting, meeting.startsAt, [
        `SUMMARY:${escaped(`${meeting.title} (${workshopTitle})`)}`,
        ...(where ? [`LOCATION:${escaped(where)}`] : []),
        `DESCRIPTION:${escaped(roomUrl)}`,
        'STATUS:CONFIRMED',
      ])
    }),
    ...cancelled.flatMap((meeting) =>
      event(meeting, meeting.startsAt, [
        `SUMMARY:${escaped(`${feed!.cancelledTitle} (${workshopTitle})`)}`,
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ]),
    ),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const isWritable = ({ startsAt }: { startsAt: number }) => isMoment(startsAt)

/** How often programs had better look; Outlook knows the second only. */
const refreshed = ['REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H']

const utc = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** Lines end after 75 octets; letters of several octets stay whole. */
function folded(line: string): string {
  const octets = new TextEncoder()
  let length = 0
  let result = ''
  for (const letter of line) {
    const size = octets.encode(letter).length
    if (length + size > 74) {
      result += '\r\n '
      length = 1
    }
    result += letter
    length += size
  }
  return result
}
