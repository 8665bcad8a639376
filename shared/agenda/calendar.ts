import type { Meeting } from './meeting.ts'
import { MINUTE_MS } from './times.ts'

/** What a calendar file needs beside the meeting. */
interface Invitation {
  workshopTitle: string
  /** Where the room is; the same for everybody, never somebody's personal link. */
  roomUrl: string
  nowMs: number
}

/**
 * One meeting as a calendar file (RFC 5545); null without a date. Times are in UTC, which every calendar reads alike
 * and which needs no table of time zones. It goes to everybody: neither notes nor agenda are in it.
 */
export function calendarFile(meeting: Meeting, { workshopTitle, roomUrl, nowMs }: Invitation): string | null {
  const { startsAt, place } = meeting
  if (startsAt === null) return null
  const where = place.type === 'online' ? place.link : place.where
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Werkraum//Werkraum//DE',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${meeting.id}@werkraum`,
    `DTSTAMP:${utc(nowMs)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + meeting.minutes * MINUTE_MS)}`,
    `SUMMARY:${escaped(`${meeting.title} (${workshopTitle})`)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    `DESCRIPTION:${escaped(roomUrl)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

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
