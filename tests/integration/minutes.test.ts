import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ReleasedMinutes } from '#shared/protocol/minutes.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { openEngine } from '#server/engine.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

let installation: HttpInstallation
let moderator: Browser
let manager: Browser
let participant: Browser
let stranger: Browser
let workshop: WorkshopView
let meeting: Meeting

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', (means) =>
    // What is decided and brought is durable, for which time has to pass
    openEngine({ ...means, clock: systemClock }),
  )
  moderator = await installation.moderator()
  workshop = await moderator.found('Werkstatt', ['Gruppe A', 'Gruppe B'])
  const [a, b] = workshop.groups.filter(({ kind }) => kind === 'project')
  await installation.platform.rooms.create(a!.id, Y.encodeStateAsUpdate(sampleGroup()))
  manager = await moderator.guest(workshop.id, 'manager', a!.id)
  participant = await moderator.guest(workshop.id, 'participant', a!.id)
  stranger = await moderator.guest(workshop.id, 'participant', b!.id)
  const { id: _, ...body } = meetingWith([plannedStep('a', { note: 'Leise bleiben' })], { groupIds: [a!.id] })
  meeting = await moderator.ok<Meeting>('addMeeting', { path: { workshopId: workshop.id }, body })
}, 60_000)
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id, meetingId: meeting.id })
const text = async (browser: Browser) => String((await browser.call('minutes', { path: path() })).body)
const listed = (browser: Browser) => browser.ok<ReleasedMinutes[]>('releasedMinutes', { path: path() })

describe('minutes of a meeting', () => {
  it('are a draft for those who plan, with their remarks and without their notes or what is withheld', async () => {
    const to = { remarks: `Wir waren uns einig.\n\n${unreleased}`, attendance: ['Imke Sander, Moorbeck'] }
    const body = { type: 'editRecord', from: { remarks: '', attendance: null }, to }
    await manager.ok('changeMinutes', { path: path(), body })
    const draft = await text(moderator)
    for (const words of ['Entwurf', 'Wir waren uns einig.', 'Imke Sander, Moorbeck'])
      expect(draft).toContain(words)
    expect(draft).not.toContain('still beerdigt')
    expect(draft).not.toContain('Leise bleiben')
    expect(await participant.code('minutes', { path: path() })).toBe('not_found')
    expect(await listed(participant)).toEqual([])
  })

  it('are read by everybody concerned once a moderator has released them, and by nobody else', async () => {
    expect(await manager.code('releaseMinutes', { path: path() })).toBe('forbidden')
    await moderator.ok('releaseMinutes', { path: path() })
    const read = await text(participant)
    expect(read).toContain('Wir waren uns einig.')
    expect(read).toContain('Mara Moder')
    expect(read).not.toContain('still beerdigt')
    expect((await listed(participant)).map(({ title }) => title)).toEqual(['Zweites Treffen'])
    expect(await stranger.code('minutes', { path: path() })).toBe('not_found')
    expect(await listed(stranger)).toEqual([])
  })

  it('stay as they were released, and take corrections that everybody sees', async () => {
    const edit = { type: 'editRecord', from: {}, to: { remarks: 'Doch nicht.' } }
    expect(await moderator.code('changeMinutes', { path: path(), body: edit })).toBe('minutes_released')
    const body = { type: 'correct', text: 'Es fehlte: Bo war auch da.' }
    await moderator.ok('changeMinutes', { path: path(), body })
    const read = await text(participant)
    expect(read).toContain('Wir waren uns einig.')
    expect(read).toContain('Es fehlte: Bo war auch da.')
    const call = { path: path(), query: { format: 'markdown', content: 'minutes', meeting: meeting.id } }
    expect(String((await manager.call('exportWorkshop', call)).body)).toContain('Es fehlte: Bo war auch da.')
  })

  it('do not go along with the list of meetings, a copy, or a file of the agenda', async () => {
    const all = await moderator.ok<Meeting[]>('meetings', { path: path() })
    expect(all[0]!.record?.released?.blocks).toEqual([])
    const copies = await moderator.ok<Meeting[]>('copyMeeting', { path: path(), body: { dates: [null] } })
    expect(copies[0]!.record).toBeUndefined()
    const file = await moderator.call('meetingFile', { path: path() })
    expect(JSON.stringify(file.body)).not.toContain('einig')
  })
})
