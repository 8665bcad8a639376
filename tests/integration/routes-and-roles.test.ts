import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import type {
  InviteView,
  MemberView,
  OrganisationView,
  UploadedAsset,
  VersionView,
  WorkshopView,
} from '#shared/protocol/api.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { openEngine } from '#server/engine.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { fieldsOfMethod } from '#shared/methods/own-as-method.ts'
import type { OwnMethod } from '#shared/methods/own-method.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { odtReference } from '#server/export/office/odt-reference.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { tinyPng } from '#tests/support/images.ts'

/** Everything a path can name, in one workshop. */
interface Place extends Record<string, string> {
  workshopId: string
  groupId: string
  otherGroupId: string
  memberId: string
  organisationId: string
  inviteId: string
  versionId: string
  assetId: string
  meetingId: string
  methodId: string
}

type Verdict =
  | 'ok'
  | 'gallery_closed'
  | 'request_invalid'
  | 'login_required'
  | 'not_found'
  | 'forbidden'
  | 'group_not_open'
type Who = 'stranger' | 'outsider' | 'moderator' | 'manager' | 'participant' | 'observer'

let installation: HttpInstallation
let here: Place
let elsewhere: Place
const browsers = {} as Record<Who, Browser>

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  const founder = await installation.moderator()
  here = await furnish(founder, await founder.found('Hier'))
  const there = await founder.found('Dort')
  elsewhere = await furnish(founder, there)
  browsers.stranger = installation.browser()
  for (const role of ['moderator', 'manager', 'participant', 'observer'] as const) {
    browsers[role] = await founder.guest(here.workshopId, role, here.groupId)
  }
  browsers.outsider = await founder.guest(elsewhere.workshopId, 'moderator', elsewhere.groupId)
})
afterAll(() => installation.close())

async function furnish(founder: Browser, workshop: WorkshopView): Promise<Place> {
  const [, first, second] = workshop.groups
  const path = { workshopId: workshop.id, groupId: first!.id }
  const invite = await founder.invite(workshop.id, 'participant', first!.id)
  const { memberId } = await installation.browser().accept({ token: invite.token })
  const [organisation] = await founder.ok<OrganisationView[]>('organisations', { path })
  const version = await founder.ok<VersionView>('createVersion', { path, body: { name: 'Stand' } })
  const asset = await founder.ok<UploadedAsset>('uploadAsset', {
    path,
    body: tinyPng,
    headers: { 'content-type': 'image/png' },
  })
  const meeting = await founder.ok<Meeting>('addMeeting', { path, body: meetingBody })
  return {
    ...path,
    meetingId: meeting.id,
    methodId: (await founder.ok<OwnMethod>('addMethod', { path, body: methodBody })).id,
    otherGroupId: second!.id,
    memberId,
    organisationId: organisation!.id,
    inviteId: invite.invite.id,
    versionId: version.id,
    assetId: asset.id,
  }
}

const { id: _, ...meetingBody } = meetingWith([plannedStep('a', { note: 'Nur für die Moderation' })])

const methodBody = fieldsOfMethod(methods[0]!, 'de')

const everyMember = { moderator: 'ok', manager: 'ok', participant: 'ok', observer: 'ok' } as const
const leaders = { ...everyMember, participant: 'forbidden', observer: 'forbidden' } as const
const moderatorsOnly = { ...leaders, manager: 'forbidden' } as const
const withoutService = { moderator: 'not_found', manager: 'not_found', participant: 'not_found' } as const
const writers = { ...everyMember, observer: 'forbidden' } as const
const noChoice = {
  moderator: 'group_not_open',
  manager: 'group_not_open',
  participant: 'group_not_open',
  observer: 'group_not_open',
} as const
const outside = { stranger: 'login_required', outsider: 'not_found' } as const

/** What each endpoint of a workshop answers to whom. A new endpoint does not compile until it has its row. */
const verdicts: Record<WorkshopEndpoint, Record<Who, Verdict>> = {
  workshop: { ...outside, ...everyMember },
  editWorkshop: { ...outside, ...moderatorsOnly },
  // Out of the archive, in which they are not: what follows is needed in use
  archiveWorkshop: { ...outside, ...moderatorsOnly },
  archiveGroup: { ...outside, ...moderatorsOnly },
  // With a title that is not its own: the workshop is needed for what follows.
  deleteWorkshop: { ...outside, ...moderatorsOnly, moderator: 'request_invalid' },
  // With a name that is not its own: the group is needed for what follows.
  deleteGroup: { ...outside, ...moderatorsOnly, moderator: 'request_invalid' },
  addGroup: { ...outside, ...moderatorsOnly },
  renameGroup: { ...outside, ...moderatorsOnly },
  members: { ...outside, ...leaders },
  addMembers: { ...outside, ...moderatorsOnly },
  inviteAgain: { ...outside, ...moderatorsOnly },
  addStandIn: { ...outside, ...moderatorsOnly },
  editMember: { ...outside, ...moderatorsOnly },
  removeMember: { ...outside, ...moderatorsOnly },
  organisations: { ...outside, ...leaders },
  editOrganisation: { ...outside, ...moderatorsOnly },
  // With itself: the organisation is needed for what follows.
  mergeOrganisation: { ...outside, ...moderatorsOnly, moderator: 'request_invalid' },
  renewReturnLink: { ...outside, ...moderatorsOnly },
  renewOwnReturnLink: { ...outside, ...everyMember },
  invites: { ...outside, ...moderatorsOnly },
  showInvite: { ...outside, ...moderatorsOnly },
  createInvite: { ...outside, ...moderatorsOnly },
  revokeInvite: { ...outside, ...moderatorsOnly },
  versions: { ...outside, ...leaders },
  createVersion: { ...outside, ...moderatorsOnly },
  versionState: { ...outside, ...leaders },
  restoreVersion: { ...outside, ...moderatorsOnly },
  screen: { ...outside, ...moderatorsOnly },
  screenContent: { ...outside, ...moderatorsOnly },
  giveOrder: { ...outside, ...moderatorsOnly },
  roomsNow: { ...outside, ...leaders },
  breakouts: { ...outside, ...moderatorsOnly },
  openBreakouts: { ...outside, ...moderatorsOnly },
  moveToBreakout: { ...outside, ...moderatorsOnly },
  closeBreakouts: { ...outside, ...moderatorsOnly },
  // Rooms without files; breakouts.test.ts has some with.
  bringResults: { ...outside, ...moderatorsOnly },
  cockpit: { ...outside, ...leaders },
  // Nothing lies on the pages of this test; rooms-at-a-glance.test.ts has one on which something does.
  roomPicture: { ...outside, ...leaders, moderator: 'not_found', manager: 'not_found' },
  ownMatters: { ...outside, ...everyMember },
  startRehearsal: { ...outside, ...moderatorsOnly },
  // Not one itself
  endRehearsal: { ...outside, ...moderatorsOnly, moderator: 'not_found' },
  ownReminder: { ...outside, ...everyMember },
  // Here no mail is sent
  askReminder: { ...outside, ...withoutService, observer: 'not_found' },
  endReminder: { ...outside, ...everyMember },
  ownCalendar: { ...outside, ...everyMember },
  renewOwnCalendar: { ...outside, ...everyMember },
  endOwnCalendar: { ...outside, ...everyMember },
  meetings: { ...outside, ...leaders },
  addMeeting: { ...outside, ...leaders },
  takeProgramme: { ...outside, ...leaders },
  changeMeeting: { ...outside, ...leaders },
  copyMeeting: { ...outside, ...leaders },
  removeMeeting: { ...outside, ...leaders },
  meetingFile: { ...outside, ...leaders },
  ownMethods: { ...outside, ...leaders },
  addMethod: { ...outside, ...leaders },
  changeMethod: { ...outside, ...leaders },
  removeMethod: { ...outside, ...leaders },
  houseTemplates: { ...outside, ...leaders },
  keepHouseTemplate: { ...outside, ...moderatorsOnly },
  tryHouseTemplate: { ...outside, ...moderatorsOnly },
  removeHouseTemplate: { ...outside, ...moderatorsOnly },
  changeMinutes: { ...outside, ...leaders },
  // Still a draft, of which those who do not lead are told nothing; minutes.test.ts has the released ones.
  minutes: { ...outside, ...leaders, participant: 'not_found', observer: 'not_found' },
  releaseMinutes: { ...outside, ...moderatorsOnly },
  releasedMinutes: { ...outside, ...everyMember },
  meetingCalendar: { ...outside, ...everyMember },
  phasesNow: { ...outside, ...everyMember },
  precedents: { ...outside, ...writers },
  // Without cards: they wait for their commit, and time stands here; interface.test.ts has some.
  addCards: {
    ...{ ...outside, observer: 'forbidden' },
    ...{ moderator: 'request_invalid', manager: 'request_invalid', participant: 'request_invalid' },
  },
  // Nobody has named a service for meaning; with one, proposals.test.ts.
  proposeGroups: { ...outside, ...writers, ...withoutService },
  readProtocol: { ...outside, ...writers },
  // Nobody presents; what a presenter may is in presenting.test.ts.
  speakerNotes: { ...outside, ...moderatorsOnly },
  writeSpeakerNote: { ...outside, ...moderatorsOnly },
  summaries: { ...outside, ...leaders },
  writeSummary: { ...outside, ...leaders },
  summaryDraft: { ...outside, ...leaders },
  uploadAsset: { ...outside, ...writers },
  copyAsset: { ...outside, ...writers },
  asset: { ...outside, ...everyMember },
  images: { ...outside, ...moderatorsOnly },
  // Of an image and an interview that are not there: the image is needed for what follows.
  eraseImage: { ...outside, ...moderatorsOnly },
  eraseTranscript: { ...outside, ...moderatorsOnly, moderator: 'not_found' },
  exportWorkshop: { ...outside, ...leaders },
  previewExport: { ...outside, ...leaders },
  releaseCheck: { ...outside, ...leaders },
  decideReleases: { ...outside, ...moderatorsOnly },
  gallery: { ...outside, ...leaders },
  // Closed, which it is: the operator has not opened it here; gallery.test.ts has one that is open.
  openGallery: { ...outside, ...moderatorsOnly },
  publishProfile: { ...outside, ...moderatorsOnly, moderator: 'gallery_closed' },
  withdrawProfile: { ...outside, ...moderatorsOnly },
  interests: { ...outside, ...leaders },
  // Of what nobody sent; interest.test.ts has some.
  acceptInterest: { ...outside, ...moderatorsOnly, moderator: 'not_found' },
  declineInterest: { ...outside, ...moderatorsOnly },
  // Nobody here came with a choice of group; invites.test.ts has those who did.
  chooseGroup: { ...outside, ...noChoice },
  rest: { ...outside, ...everyMember },
}

type WorkshopEndpoint = Exclude<
  Endpoint,
  | 'config'
  | 'session'
  | 'inspectSetUpLink'
  | 'setUp'
  | 'logIn'
  | 'logOut'
  | 'changePassword'
  | 'deleteAccount'
  | 'addAccount'
  | 'resetPassword'
  | 'keys'
  | 'createKey'
  | 'revokeKey'
  | 'webhooks'
  | 'createWebhook'
  | 'changeWebhook'
  | 'renewWebhookSecret'
  | 'probeWebhook'
  | 'removeWebhook'
  | 'interfaceDescription'
  | 'fileSchema'
  | 'operation'
  | 'workshops'
  | 'createWorkshop'
  | 'importWorkshop'
  | 'createSample'
  | 'leaveWorkshop'
  | 'inspectInvite'
  | 'acceptInvite'
  | 'returnByLink'
  | 'followReminderLink'
  | 'calendarFeed'
>

const letterhead = Buffer.from(odtReference({ colour: '#0a5c66', language: 'de', foot: '', writtenAt: 0 }))

const bodiesFor = (path: Place): Partial<Record<Endpoint, unknown>> => ({
  chooseGroup: { groupId: path.groupId },
  askReminder: { email: 'toni@example.org', language: 'de' },
  editWorkshop: { title: 'Neuer Titel' },
  archiveWorkshop: { archived: false },
  archiveGroup: { archived: false },
  deleteWorkshop: { title: 'Eine andere' },
  deleteGroup: { name: 'Eine andere' },
  addGroup: { name: 'Gruppe D' },
  renameGroup: { name: 'Gruppe Z' },
  addMembers: {
    people: [
      { name: 'Imke', organisation: '', organisationKind: 'other', role: 'observer', groupId: path.groupId },
    ],
  },
  inviteAgain: { memberIds: [path.memberId] },
  addStandIn: { name: 'Enno' },
  rest: { standing: 'present' },
  editMember: { role: 'observer' },
  editOrganisation: { kind: 'county' },
  mergeOrganisation: { into: path.organisationId },
  createInvite: { role: 'observer', groupId: null },
  createVersion: { name: 'Noch ein Stand' },
  addCards: { cards: [] },
  keepHouseTemplate: letterhead,
  tryHouseTemplate: letterhead,
  readProtocol: Buffer.from('# Gespräch 1\n\nEs dauert.'),
  uploadAsset: tinyPng,
  copyAsset: { workshopId: path.workshopId, groupId: path.groupId, assetId: path.assetId },
  addMeeting: meetingBody,
  addMethod: methodBody,
  changeMethod: { from: 1, to: methodBody },
  changeMeeting: {
    type: 'editMeeting',
    from: { title: 'Zweites Treffen' },
    to: { title: 'Zweites Treffen' },
  },
  changeMinutes: { type: 'editRecord', from: { remarks: '' }, to: { remarks: '' } },
  copyMeeting: { dates: [null] },
  giveOrder: { groupIds: [path.groupId], command: { type: 'sayToRoom', text: 'Noch fünf Minuten' } },
  openBreakouts: { rooms: [{ name: 'Kleingruppe 1', memberIds: [] }], byChoice: false, task: '', minutes: 5 },
  moveToBreakout: { groupId: null },
  bringResults: { artefactIds: null },
  proposeGroups: { artefactIds: [newId<string>(), newId<string>()] },
  writeSummary: { groupId: path.groupId, from: '', text: '' },
  writeSpeakerNote: { placeId: 'page:one', from: '', text: '' },
  openGallery: { open: false },
  decideReleases: { decisions: [{ artefactId: newId<string>(), release: 'open' }] },
})

const headersFor: Partial<Record<Endpoint, Record<string, string>>> = {
  uploadAsset: { 'content-type': 'image/png' },
  keepHouseTemplate: { 'content-type': 'application/octet-stream' },
  tryHouseTemplate: { 'content-type': 'application/octet-stream' },
  readProtocol: { 'content-type': 'application/octet-stream' },
}
const queriesFor: Partial<Record<Endpoint, Record<string, string>>> = {
  exportWorkshop: { format: 'csv' },
  previewExport: { format: 'csv' },
  keepHouseTemplate: { name: 'Briefkopf.odt' },
  tryHouseTemplate: { name: 'Briefkopf.odt' },
  readProtocol: { format: 'markdown' },
}

const rows = Object.keys(verdicts) as WorkshopEndpoint[]
const people = Object.keys(verdicts.workshop) as Who[]

async function ask(who: Who, endpoint: Endpoint, place: Place) {
  // Each removes one of its own: the first would leave nothing to the others.
  const path = place === here ? { ...here, ...(await oneOfItsOwn(endpoint)) } : place
  const headers = headersFor[endpoint] ?? {}
  const query = queriesFor[endpoint] ?? {}
  return browsers[who].call(endpoint, { path, query, body: bodiesFor(path)[endpoint], headers })
}

async function oneOfItsOwn(endpoint: Endpoint): Promise<Record<string, string>> {
  if (endpoint.endsWith('HouseTemplate')) return { format: 'odt' }
  if (endpoint === 'declineInterest') return { interestId: newId() }
  if (endpoint === 'publishProfile' || endpoint === 'withdrawProfile') return { artefactId: newId() }
  if (endpoint === 'removeMeeting') return { meetingId: await anotherMeeting() }
  return endpoint === 'removeMethod' || endpoint === 'changeMethod' ? { methodId: await anotherMethod() } : {}
}

const anotherMethod = async () =>
  (await browsers.moderator.ok<OwnMethod>('addMethod', { path: here, body: methodBody })).id

const anotherMeeting = async () =>
  (await browsers.moderator.ok<Meeting>('addMeeting', { path: here, body: meetingBody })).id

const codeOf = (body: unknown) => (body as { error?: { code: string } }).error?.code ?? 'ok'

describe('S20: every route × role', () => {
  const cells = rows.flatMap((endpoint) => people.map((who) => [endpoint, who] as const))
  // Removing comes last: afterwards the member is gone.
  const ordered = [
    ...cells.filter(([endpoint]) => endpoint !== 'removeMember'),
    ...cells.filter(([endpoint, who]) => endpoint === 'removeMember' && who !== 'moderator'),
    ['removeMember', 'moderator'] as const,
  ]
  it.each(ordered)('%s answers a %s as the table says', async (endpoint, who) => {
    const { body, status } = await ask(who, endpoint, here)
    expect(codeOf(body)).toBe(verdicts[endpoint][who])
    expect(status < 400).toBe(verdicts[endpoint][who] === 'ok')
  })
})

describe('S20: two workshops', () => {
  it.each(rows)('%s tells nobody whether a foreign workshop exists', async (endpoint) => {
    const unknown = { ...elsewhere, workshopId: newId<string>() }
    for (const who of people.filter((each) => each !== 'outsider')) {
      const foreign = await ask(who, endpoint, elsewhere)
      const missing = await ask(who, endpoint, unknown)
      expect([foreign.status, foreign.body]).toEqual([missing.status, missing.body])
      expect(codeOf(foreign.body)).toBe(who === 'stranger' ? 'login_required' : 'not_found')
    }
  })

  const parts = [
    'groupId',
    'memberId',
    'organisationId',
    'inviteId',
    'versionId',
    'meetingId',
    'methodId',
    'assetId',
  ] as const
  const mixed = rows.flatMap((endpoint) =>
    parts.filter((part) => endpoints[endpoint].includes(`:${part}`)).map((part) => [endpoint, part] as const),
  )
  it.each(mixed)('%s does not reach a foreign %s through the own workshop', async (endpoint, part) => {
    const { body } = await ask('moderator', endpoint, { ...here, [part]: elsewhere[part] })
    expect(codeOf(body)).toBe('not_found')
  })

  it('lists of one workshop hold nothing of the other', async () => {
    const members = (await ask('moderator', 'members', here)).body as MemberView[]
    const invites = (await ask('moderator', 'invites', here)).body as InviteView[]
    const workshops = (await browsers.moderator.call('workshops')).body
    const text = JSON.stringify([members, invites, workshops])
    for (const id of Object.values(elsewhere)) expect(text).not.toContain(id)
    expect(text).not.toContain('Dort')
  })
})

describe('rooms within one workshop', () => {
  it.each(['participant', 'observer'] as const)('a %s does not reach another group’s room', async (who) => {
    const path = { ...here, groupId: here.otherGroupId }
    for (const endpoint of ['uploadAsset', 'copyAsset', 'asset', 'versions'] as const) {
      expect(codeOf((await ask(who, endpoint, path)).body)).toBe('forbidden')
    }
  })

  it('an image is found in its own group only', async () => {
    const path = { ...here, groupId: here.otherGroupId }
    expect(codeOf((await ask('moderator', 'asset', path)).body)).toBe('not_found')
  })
})

describe('the installation', () => {
  const body = { title: 'Neu', groupNames: ['Eine'] }
  it.each([
    ['stranger', 'login_required'],
    ['moderator', 'forbidden'],
    ['participant', 'forbidden'],
  ] as const)('a %s without an account makes no workshop and imports none', async (who, code) => {
    expect(await browsers[who].code('createWorkshop', { body })).toBe(code)
    expect(await browsers[who].code('importWorkshop', { body })).toBe(code)
    expect(await browsers[who].code('createSample')).toBe(code)
  })
})

it('every endpoint of the protocol is served', () => {
  for (const endpoint of Object.values(endpoints)) {
    const [method, url] = endpoint.split(' ') as ['GET', string]
    expect([endpoint, installation.app.hasRoute({ method, url })]).toEqual([endpoint, true])
  }
})
