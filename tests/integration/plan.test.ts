import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanChange } from '#shared/agenda/change.ts'
import { meetingFileSchema } from '#shared/agenda/file.ts'
import { limits } from '#shared/base/limits.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { CalendarAddress } from '#shared/protocol/subscriptions.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

const secret = 'Nicht vor der Pause ansprechen'
const { id: _, ...body } = meetingWith([plannedStep('a', { note: secret }), plannedStep('b')], {
  note: secret,
})

let installation: HttpInstallation
let moderator: Browser
let manager: Browser
let participant: Browser
let workshop: WorkshopView
let meeting: Meeting

beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  const join = async (role: 'manager' | 'participant') => {
    const { token } = await moderator.invite(workshop.id, role, workshop.groups[1]!.id)
    const browser = installation.browser()
    await browser.accept({ token })
    return browser
  }
  manager = await join('manager')
  participant = await join('participant')
  meeting = await moderator.ok<Meeting>('addMeeting', { path: { workshopId: workshop.id }, body })
})
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id, meetingId: meeting.id })
const change = (who: Browser, one: PlanChange) => who.call('changeMeeting', { path: path(), body: one })

describe('the plan of a workshop', () => {
  it('lets two edit at once; only the very same field is refused to the second', async () => {
    const stepId = meeting.steps[0]!.id
    const edit = (to: object, from: object): PlanChange => ({
      type: 'editSteps',
      edits: [{ stepId, from, to }],
    })
    expect((await change(moderator, edit({ title: 'Ankommen' }, { title: 'Schritt a' }))).status).toBe(200)
    expect((await change(manager, edit({ minutes: 25 }, { minutes: 10 }))).status).toBe(200)
    const late = await change(manager, edit({ title: 'Beginn' }, { title: 'Schritt a' }))
    expect(late.body).toMatchObject({ error: { code: 'plan_changed' } })
    const [stored] = await moderator.ok<Meeting[]>('meetings', { path: path() })
    expect(stored!.steps[0]).toMatchObject({ title: 'Ankommen', minutes: 25, note: secret })
  })

  it('takes the whole programme or nothing of it', async () => {
    const other = await moderator.found()
    const where = { path: { workshopId: other.id } }
    const taken = await moderator.ok<Meeting[]>('takeProgramme', where)
    expect(taken.length).toBeGreaterThan(10)
    const listed = () => moderator.ok<Meeting[]>('meetings', where)
    expect(await listed()).toEqual(taken)
    const most = limits.maxMeetings - taken.length + 1
    const dates = Array.from({ length: most - 1 }, () => null)
    const copies = { path: { ...where.path, meetingId: taken[0]!.id }, body: { dates } }
    for (let at = 0; at < dates.length; at += 20)
      await moderator.ok('copyMeeting', { ...copies, body: { dates: dates.slice(at, at + 20) } })
    const before = await listed()
    expect(await moderator.code('takeProgramme', where)).toBe('plan_full')
    expect(await listed()).toEqual(before)
  })

  it('copies a meeting to other days, with steps of their own', async () => {
    const copies = await moderator.ok<Meeting[]>('copyMeeting', {
      path: path(),
      body: { dates: [meeting.startsAt! + 7 * 86_400_000, null] },
    })
    expect(copies.map(({ startsAt }) => startsAt)).toEqual([meeting.startsAt! + 7 * 86_400_000, null])
    const ids = [meeting, ...copies].flatMap(({ steps }) => steps.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('begins at a time that calendars can write, and whoever asks for another one is told', async () => {
    for (const startsAt of [9e15, 57e13, -62e12]) {
      const made = await moderator.code('addMeeting', { path: path(), body: { ...body, startsAt } })
      const change = { type: 'editMeeting', from: { startsAt: meeting.startsAt }, to: { startsAt } }
      const moved = await moderator.code('changeMeeting', { path: path(), body: change })
      const copied = await moderator.code('copyMeeting', { path: path(), body: { dates: [startsAt] } })
      expect([made, moved, copied]).toEqual(Array(3).fill('meeting_time_invalid'))
    }
  })

  it('comes back out of its file without its date, also in another workshop', async () => {
    const file = meetingFileSchema.parse(await moderator.ok('meetingFile', { path: path() }))
    const other = await moderator.found('Dort')
    const read = await moderator.ok<Meeting>('addMeeting', {
      path: { workshopId: other.id },
      body: file.meeting,
    })
    expect(read).toMatchObject({ title: meeting.title, startsAt: null, minutes: 120, note: secret })
    expect(read.steps.map(({ note }) => note)).toEqual([secret, ''])
  })

  it('takes no groups of another workshop', async () => {
    const foreign = (await moderator.found('Fremd')).groups[1]!.id
    const to = { groupIds: [foreign] }
    const answer = await change(moderator, { type: 'editMeeting', from: { groupIds: 'all' }, to })
    expect(answer.body).toMatchObject({ error: { code: 'group_not_open' } })
  })
})

describe('notes of the moderation', () => {
  it('are in nothing that a participant is answered with', async () => {
    const requests = ['meetings', 'meetingFile', 'meetingCalendar', 'workshop', 'session', 'members'] as const
    const answers = await Promise.all(
      requests.map((endpoint) => participant.call(endpoint, { path: path() })),
    )
    for (const { bytes } of answers) expect(bytes.toString()).not.toContain(secret)
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 200, 200, 403])
    const own = await moderator.call('meetings', { path: path() })
    expect(own.bytes.toString(), 'the test would hold nothing').toContain(secret)
  })

  it('are in no log', () => {
    expect(installation.log.join('\n')).not.toContain(secret)
  })
})

describe('the calendar file of a meeting', () => {
  it('says when, where and what, and nobody’s personal link', async () => {
    const { bytes, headers } = await participant.call('meetingCalendar', { path: path() })
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    const text = bytes.toString()
    expect(text).toContain(
      'DTSTART;TZID=Europe/Berlin:20261128T100000\r\nDTEND;TZID=Europe/Berlin:20261128T120000\r\n',
    )
    expect(text).toContain('LOCATION:Rathaus')
    expect(text).not.toContain('#')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('is not there for meetings of other groups', async () => {
    const other = workshop.groups[2]!.id
    const created = await moderator.ok<Meeting>('addMeeting', {
      path: { workshopId: workshop.id },
      body: { ...body, groupIds: [other] },
    })
    expect(await participant.code('meetingCalendar', { path: { ...path(), meetingId: created.id } })).toBe(
      'not_found',
    )
  })
})

describe('somebody’s own calendar', () => {
  const own = () => ({ path: { workshopId: workshop.id } })
  const create = async (who: Browser) => (await who.ok<CalendarAddress>('renewOwnCalendar', own())).secret
  const read = (secret: string) => installation.browser().call('calendarFeed', { path: { secret } })
  const add = (changes: Partial<Meeting>) =>
    moderator.ok<Meeting>('addMeeting', { ...own(), body: { ...body, ...changes } })
  const startsAt = Date.UTC(2030, 2, 29, 13)

  it('holds the meetings of their groups, without a note, and follows what is changed and called off', async () => {
    const theirs = await add({ title: 'Unser Treffen', startsAt, groupIds: [workshop.groups[1]!.id] })
    await add({ title: 'Treffen der anderen', startsAt, groupIds: [workshop.groups[2]!.id] })
    const secret = await create(participant)
    const { bytes, headers } = await read(secret)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    const text = bytes.toString()
    expect(text).toContain(`UID:${theirs.id}@werkraum\r\nSEQUENCE:0`)
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20300329T140000')
    expect(text).not.toContain('der anderen')
    expect(text).not.toMatch(/#|Note|Notiz/)

    const path = { ...own().path, meetingId: theirs.id }
    const later = { startsAt: startsAt + 7 * 24 * 60 * 60 * 1000 }
    const change = { type: 'editMeeting', from: { startsAt }, to: later }
    await moderator.ok('changeMeeting', { path, body: change })
    const moved = (await read(secret)).bytes.toString()
    expect(moved).toContain(`UID:${theirs.id}@werkraum\r\nSEQUENCE:1`)
    expect(moved).toContain('DTSTART;TZID=Europe/Berlin:20300405T150000')

    await moderator.ok('removeMeeting', { path })
    const gone = (await read(secret)).bytes.toString()
    expect(gone).toContain(`UID:${theirs.id}@werkraum\r\nSEQUENCE:2`)
    expect(gone).toContain('STATUS:CANCELLED')
    expect(gone).not.toContain('Unser Treffen')
  })

  it('stops at a new address, at the end of the old one, and with the membership', async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', workshop.groups[1]!.id)
    const guest = installation.browser()
    await guest.accept({ token }, { name: 'Gast' })
    const [first, second] = [await create(guest), await create(guest)]
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
    await guest.ok('endOwnCalendar', own())
    expect((await read(second)).status).toBe(404)
    const third = await create(guest)
    await guest.ok('leaveWorkshop', own())
    expect((await read(third)).status).toBe(404)
    for (const secret of [first, second, third]) {
      expect(installation.log.join('\n')).not.toContain(secret)
      expect(installation.dumpDatabase()).not.toContain(secret)
    }
  })
})
