import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { ArtefactId, GroupId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { GalleryView } from '#shared/protocol/gallery.ts'
import type { AddedCards } from '#shared/protocol/keys.ts'
import type { Endpoint } from '#shared/protocol/endpoints.ts'
import type { CalendarAddress } from '#shared/protocol/subscriptions.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { openEngine } from '#server/engine.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { roomDocument } from '#tests/support/room-document.ts'
import { answers } from '#tests/support/ways-out.ts'

/*
 * Every answer of a running server that holds anything of a document for people who are not inside its room, with a
 * withheld wording written down wherever words can stand (docs/consent.md).
 */

/** Stands in front of what was said, wherever somebody wrote it down. */
const MARK = 'Merkwort'
const written = `${MARK}: „Die Amtslei\u00adtung hat das Projekt still be-\nerdigt, das sagt nur keiner laut“`
const HELD = /Merkwort|still be|keiner laut/

let installation: HttpInstallation
let moderator: Browser
let manager: Browser
/** In another group than the one that withholds. */
let neighbour: Browser
let workshop: WorkshopView
let meeting: Meeting
let inside: { groupId: GroupId; cards: string[]; profile: ArtefactId; pageId: string }

/** The sample's withheld quote, and a card of every kind that repeats it in every field, as frames, pages and tags do. */
function repeating(): { doc: Y.Doc; cards: string[]; profile: ArtefactId; pageId: string } {
  const doc = everyKind()
  const { artefacts, board } = rootsOf(doc)
  const repeat = (map: Y.Map<unknown>): void => {
    for (const value of map.values()) {
      if (value instanceof Y.Text && value.length > 0) {
        value.delete(0, value.length)
        value.insert(0, written)
      } else if (value instanceof Y.Map) repeat(value as Y.Map<unknown>)
    }
  }
  doc.transact(() => {
    for (const map of artefacts.values()) {
      if (map.get('kind') === 'quote' || map.get('kind') === 'interview') continue
      repeat(map)
      ;(map.get('tags') as Y.Map<unknown>).set(written.slice(0, 110), true)
    }
    for (const record of board.values()) {
      if (record.get('typeName') === 'page') record.set('name', written)
      if (record.has('p.name')) record.set('p.name', written)
      if (record.has('m.question')) record.set('m.question', written)
    }
  })
  const kindOf = (id: string) => artefacts.get(id)?.get('kind')
  const cards = [...artefacts.keys()]
  const profile = cards.find((id) => kindOf(id) === 'profile') as ArtefactId
  const pageId = [...board.keys()].find((id) => id.startsWith('page:'))!
  return { doc, cards, profile, pageId }
}

beforeAll(async () => {
  installation = await HttpInstallation.open({ gallery: true }, 'nowhere', (means) =>
    // What is decided and brought is durable, for which time has to pass
    openEngine({ ...means, clock: systemClock }),
  )
  moderator = await installation.moderator()
  workshop = await moderator.found(written, [written, 'Gruppe B'])
  const [a, b] = workshop.groups.filter(({ kind }) => kind === 'project')
  const { doc, ...rest } = repeating()
  inside = { groupId: a!.id, ...rest }
  await installation.platform.rooms.create(a!.id, Y.encodeStateAsUpdate(doc))
  manager = await moderator.guest(workshop.id, 'manager', a!.id)
  neighbour = await moderator.guest(workshop.id, 'participant', b!.id)
  const { id: _, ...body } = meetingWith([plannedStep('a', { title: written, instruction: written })], {
    ...{ title: written, place: { type: 'inPerson', where: written }, groupIds: 'all' },
  })
  meeting = await moderator.ok<Meeting>('addMeeting', { path: { workshopId: workshop.id }, body })
}, 120_000)
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id, groupId: inside.groupId, meetingId: meeting.id })
const beside = () => ({ ...path(), groupId: workshop.groups.find(({ name }) => name === 'Gruppe B')!.id })
const asked = async (who: Browser, endpoint: Endpoint, more: Parameters<Browser['call']>[1] = {}) => {
  const { status, body } = await who.call(endpoint, { path: path(), ...more })
  expect([endpoint, status]).toEqual([endpoint, 200])
  return JSON.stringify(body)
}

/** What each answers to somebody who is not inside, or to nobody in particular. */
const told: Partial<Record<Endpoint, () => Promise<string>>> = {
  session: () => asked(neighbour, 'session'),
  workshops: () => asked(neighbour, 'workshops'),
  workshop: () => asked(neighbour, 'workshop'),
  inspectInvite: async () => {
    const { token } = await moderator.invite(workshop.id, 'participant', null)
    return asked(installation.browser(), 'inspectInvite', { body: { invitation: { token } } })
  },
  meetingCalendar: () => asked(neighbour, 'meetingCalendar'),
  calendarFeed: async () => {
    const { secret } = await neighbour.ok<CalendarAddress>('renewOwnCalendar', { path: path() })
    return asked(installation.browser(), 'calendarFeed', { path: { secret } })
  },
  phasesNow: () => asked(neighbour, 'phasesNow', { path: beside() }),
  summaryDraft: () => asked(manager, 'summaryDraft'),
  precedents: () => asked(neighbour, 'precedents', { path: beside() }),
  cockpit: () => asked(manager, 'cockpit'),
  screenContent: () => asked(moderator, 'screenContent'),
  roomPicture: () => asked(moderator, 'roomPicture'),
  minutes: async () => {
    const draft = await asked(moderator, 'minutes')
    await moderator.ok('releaseMinutes', { path: path() })
    return draft + (await asked(neighbour, 'minutes'))
  },
  releasedMinutes: () => asked(neighbour, 'releasedMinutes'),
  bringResults: async () => {
    await asked(moderator, 'bringResults', { body: { artefactIds: inside.cards } })
    const plenum = workshop.groups.find(({ kind }) => kind === 'plenum')!
    return JSON.stringify(takeSnapshot(await roomDocument(installation.platform.rooms, plenum.id)))
  },
  gallery: async () => {
    await moderator.ok('openGallery', { path: path(), body: { open: true } })
    return asked(manager, 'gallery', { query: { lang: 'de' } })
  },
}

/** Where a text stood that is not told, they say so. */
const saysSo = new Set([
  ...['workshop', 'inspectInvite', 'meetingCalendar', 'cockpit', 'minutes', 'bringResults', 'gallery'],
])

/** Asked by tests of their own. */
const elsewhere: Partial<Record<Endpoint, string>> = {
  exportWorkshop: 'tests/unit/server/export/withheld-everywhere.test.ts',
  previewExport: 'tests/unit/server/export/withheld-everywhere.test.ts',
  proposeGroups: 'tests/integration/proposals.test.ts',
  followReminderLink: 'tests/integration/reminders.test.ts',
}

describe('what a running server tells of a room to those who are not inside', () => {
  const ways = (Object.keys(answers) as Endpoint[]).filter((endpoint) => answers[endpoint] === 'leaving')

  it('is asked here, all of it', () => {
    expect([...Object.keys(told), ...Object.keys(elsewhere)].sort()).toEqual([...ways].sort())
  })

  it.each(Object.entries(told))(
    '%s holds nothing of what is withheld',
    { timeout: 120_000 },
    async (way, ask) => {
      const words = await ask()
      expect(words).not.toMatch(HELD)
      if (saysSo.has(way)) expect(words).toContain('nicht freigegeben')
    },
  )

  it('is nothing in public: a profile that repeats it is not published', { timeout: 60_000 }, async () => {
    await moderator.ok('openGallery', { path: path(), body: { open: true } })
    const fields = { name: 'Wohngeld ohne Papier', purpose: 'Kommt vollständig an.', publication: 'released' }
    const cards = [{ kind: 'profile', fields, tags: [] }]
    const { artefactIds } = await moderator.ok<AddedCards>('addCards', { path: path(), body: { cards } })
    const clean = artefactIds[0] as ArtefactId
    const decisions = [{ artefactId: inside.profile, release: 'open' }]
    await moderator.ok('decideReleases', { path: path(), body: { decisions } })
    const { profiles } = await moderator.ok<GalleryView>('gallery', { path: path(), query: { lang: 'de' } })
    const shownOf = (id: ArtefactId) => profiles.find(({ artefactId }) => artefactId === id)!
    const publishing = (artefactId: ArtefactId) => ({
      path: { ...path(), artefactId },
      body: { digest: shownOf(artefactId).digest },
    })
    expect(shownOf(inside.profile)).toMatchObject({ released: true })
    expect(shownOf(inside.profile).concerns.map(({ reason }) => reason)).toContain('withheld')
    expect(await moderator.code('publishProfile', publishing(inside.profile))).toBe('profile_not_publishable')
    await moderator.ok('publishProfile', publishing(clean))
    for (const url of [
      '/galerie',
      '/galerie/katalog.csv',
      '/galerie/katalog.jsonld',
      '/galerie/neues.atom',
    ]) {
      const { body } = await installation.app.inject({ url, headers: { host: 'werkraum.test' } })
      expect(body).toContain(fields.name)
      expect(body).not.toMatch(HELD)
    }
  })
})
