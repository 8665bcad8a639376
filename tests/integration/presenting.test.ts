import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let workshop: WorkshopView
let groupId: GroupId
let moderator: Browser
let speaker: Browser
let other: Browser
let speakerId: MemberId

beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  groupId = workshop.groups[1]!.id
  const join = async (name: string) => {
    const { token } = await moderator.invite(workshop.id, 'participant', groupId)
    const browser = installation.browser()
    return [browser, await browser.accept({ token }, { name })] as const
  }
  const [first, admission] = await join('Tarik')
  speaker = first
  speakerId = admission.memberId
  other = (await join('Imke'))[0]
})
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id, groupId })
const write = (who: Browser, text: string, from = '') =>
  who.call('writeSpeakerNote', { path: path(), body: { placeId: 'shape:one', from, text } })
const read = (who: Browser) => who.ok<SpeakerNote[]>('speakerNotes', { path: path() })

test('speaker notes are for the moderation, and for whoever presents as long as they do', async () => {
  expect((await write(moderator, 'Mit der Frage beginnen')).status).toBe(204)
  expect(await speaker.code('speakerNotes', { path: path() })).toBe('forbidden')
  installation.rooms.presenters.set(groupId, speakerId)
  expect(await read(speaker)).toEqual([{ placeId: 'shape:one', text: 'Mit der Frage beginnen' }])
  expect((await write(speaker, 'Mit dem Bild beginnen', 'Mit der Frage beginnen')).status).toBe(204)
  expect(await other.code('speakerNotes', { path: path() })).toBe('forbidden')
  installation.rooms.presenters.delete(groupId)
  expect(await speaker.code('speakerNotes', { path: path() })).toBe('forbidden')
})

test('of two who write the same note at once the second is told', async () => {
  const [note] = await read(moderator)
  expect((await write(moderator, 'Langsam sprechen', note!.text)).status).toBe(204)
  const late = await write(moderator, 'Schnell sprechen', note!.text)
  expect(late.body).toMatchObject({ error: { code: 'plan_changed' } })
})

test('speaker notes are in no log', () => {
  expect(installation.log.join('\n')).not.toContain('beginnen')
})
