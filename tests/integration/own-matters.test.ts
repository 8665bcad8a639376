import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ArtefactId, GroupId, MemberId } from '#shared/base/ids.ts'
import { inOrder, minutesOf, type OpenMatter, type OwnMatters } from '#shared/agenda/own-matters.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { addComment } from '#shared/document/comments.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { initialState } from '#shared/facilitation/state.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { Member } from '#server/ports/people-store.ts'
import { openMattersIn, newsSince } from '#server/workshop/own-matters.ts'
import { envelop, stepOf } from '#tests/support/facilitation.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'

const deadline = Date.UTC(2026, 0, 9, 12)
let installation: HttpInstallation
let workshop: WorkshopView
let here: GroupId
let elsewhere: GroupId
let moderator: Browser
let toni: Browser
let toniId: MemberId
let observer: Browser

beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  workshop = await moderator.found()
  here = workshop.groups[1]!.id
  elsewhere = workshop.groups[2]!.id
  const join = async (role: 'participant' | 'observer', name: string) => {
    const { token } = await moderator.invite(workshop.id, role, here)
    const browser = installation.browser()
    const { memberId } = await browser.accept({ token }, { name })
    return { browser, memberId }
  }
  const participant = await join('participant', 'Toni Teil')
  toni = participant.browser
  toniId = participant.memberId
  observer = (await join('observer', 'Olga Ob')).browser
  for (const groupId of [here, elsewhere]) {
    const { vote, step } = sampleVote()
    const running = (mode: Parameters<typeof stepOf>[0]) => ({
      step: stepOf({ title: 'Ideen sammeln', deadline, plannedMinutes: 20, ...mode }),
      startedAt: 1,
      modeSince: 1,
    })
    installation.rooms.states.set(groupId, {
      ...initialState('problem', 'page:one'),
      step: {
        running: null,
        ownTime: [
          running({ id: 'home', mode: { type: 'silent', authorship: 'named' } }),
          running({ id: 'vote', pageId: 'page:two', mode: step.mode, deadline: deadline - 1_000 }),
        ],
        former: null,
      },
      votes: [{ status: 'open', vote }],
    })
    await installation.rooms.create(groupId, cards())
  }
})
afterAll(() => installation.close())

function cards(): Uint8Array {
  const doc = new Y.Doc()
  const { artefacts, comments } = rootsOf(doc)
  const card = (kind: 'task' | 'note' | 'decision', fields: Record<string, string>, createdAt = 1) =>
    createArtefact(artefacts, {
      ...{ kind, phase: 'problem', createdAt, authorship: { as: 'anonymous' } },
      fields,
    })
  doc.transact(() => {
    card('task', { text: 'Testpersonen anfragen', owner: 'Bo Brandt und toni teil', due: '2026-01-08' })
    card('task', { text: 'Erledigtes', owner: 'Toni Teil', state: 'done' })
    card('task', { text: 'Sache anderer', owner: 'Toni Teilmann' })
    card('decision', { text: 'Wir beginnen mit dem Pilot' }, 500)
    const note = card('note', { text: 'Der Antrag dauert' })
    const author = { memberId: 'other' as MemberId, name: 'Imke', organisation: '' }
    const asked = {
      artefactId: note,
      createdAt: 1,
      author: { ...author, memberId: crypto.randomUUID() as MemberId },
    }
    addComment(comments, { ...asked, text: 'Stimmt das so?', mentions: [toniId] })
    addComment(comments, { ...asked, text: 'Nur so gesagt', mentions: [] })
  })
  return Y.encodeStateAsUpdate(doc)
}

const ask = (who: Browser, since?: number) =>
  who.ok<OwnMatters>('ownMatters', {
    path: { workshopId: workshop.id },
    ...(since === undefined ? {} : { query: { since: String(since) } }),
  })

test('a participant finds what waits for them in their own rooms, in the order to do it', async () => {
  const { open, news } = await ask(toni)
  expect(open.map(({ type, groupId }) => [type, groupId === here])).toEqual([
    ['task', true],
    ['vote', true],
    ['step', true],
    ['feedback', true],
  ])
  expect(open.map((one) => ('text' in one ? one.text : 'title' in one ? one.title : one.question))).toEqual([
    'Testpersonen anfragen',
    'Womit beginnen wir?',
    'Ideen sammeln',
    'Stimmt das so?',
  ])
  expect(minutesOf(open)).toBe(28)
  expect(news).toEqual([])
})

test('who stands in finds what was for the absent person, by their name, until that person is back', async () => {
  const path = { workshopId: workshop.id, memberId: toniId }
  const { returnToken } = await moderator.ok<{ returnToken: string }>('addStandIn', {
    path,
    body: { name: 'Enno Voss' },
  })
  const enno = installation.browser()
  await enno.ok('returnByLink', { body: { token: returnToken } })
  const { open } = await ask(enno)
  expect(open.map(({ type, insteadOf }) => [type, insteadOf])).toEqual([
    ['task', 'Toni Teil'],
    ['vote', undefined],
    ['step', undefined],
    ['feedback', 'Toni Teil'],
  ])
  await moderator.ok('editMember', { path, body: { standing: 'present' } })
  expect((await ask(enno)).open.map(({ type }) => type)).toEqual(['vote', 'step'])
})

test('whoever may only read is asked for nothing', async () => {
  expect((await ask(observer)).open).toEqual([])
})

test('a call to the group waits for whoever takes part in it, not for all who may enter or read along', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, cards())
  const roots = rootsOf(doc)
  roots.comments.clear()
  const author = { memberId: crypto.randomUUID() as MemberId, name: 'Imke', organisation: '' }
  const artefactId = [...roots.artefacts.keys()][0] as ArtefactId
  addComment(roots.comments, { artefactId, createdAt: 1, author, text: 'Wer weiß das?', mentions: [here] })
  const room = { groupId: here, roots, state: initialState('problem', 'page:one'), told: [] }
  const isAsked = (role: Member['role'], groupIds: Member['groupIds']) =>
    openMattersIn({ ...room, mayOnPage: () => true, insteadOf: null }, {
      id: toniId,
      name: 'Nia',
      role,
      groupIds,
    } as Member).some(({ type }) => type === 'feedback')
  expect(isAsked('participant', [here])).toBe(true)
  expect(isAsked('participant', [elsewhere])).toBe(false)
  expect(isAsked('observer', [here])).toBe(false)
  expect(isAsked('moderator', 'all')).toBe(false)
})

test('a ballot that was cast, and a vote for others, wait for nobody', () => {
  const state = installation.rooms.states.get(here)!
  const { roots, member } = {
    roots: rootsOf(new Y.Doc()),
    member: { id: toniId, name: 'Toni', role: 'participant', groupIds: [here] },
  }
  const room = { groupId: here, roots, state, told: [], mayOnPage: () => true, insteadOf: null }
  const types = (told: Parameters<typeof openMattersIn>[0]['told'], role = 'participant') =>
    openMattersIn({ ...room, told }, { ...member, role, organisationKind: 'other' } as never).map(
      ({ type }) => type,
    )
  const own = { type: 'ownBallot', voteId: 'vote-1', ballot: { type: 'dots', dots: {} } } as const
  expect(types([])).toEqual(['step', 'vote'])
  expect(types([own])).toEqual(['step'])
  expect(types([], 'manager')).toEqual(['step'])
})

test('what somebody who stands in asks the absent person waits for others, not for themselves', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, cards())
  const roots = rootsOf(doc)
  const groupIds = [here]
  const toni = {
    id: toniId,
    name: 'Toni',
    role: 'participant',
    organisationKind: 'other',
    groupIds,
  } as Member
  const enno = { ...toni, id: crypto.randomUUID() as MemberId, name: 'Enno' }
  const artefactId = [...roots.artefacts.keys()].at(-1)! as ArtefactId
  const author = { memberId: enno.id, name: 'Enno', organisation: '' }
  addComment(roots.comments, {
    artefactId,
    createdAt: 2,
    author,
    text: 'Toni, stimmt das?',
    mentions: [toniId],
  })
  addComment(roots.comments, {
    artefactId,
    createdAt: 3,
    author,
    text: 'Und wer weiß es?',
    mentions: [here],
  })
  const state = installation.rooms.states.get(here)!
  const room = { groupId: here, roots, state, told: [], mayOnPage: () => false }
  const asked = (insteadOf: Member | null, member: Member) =>
    openMattersIn({ ...room, insteadOf }, member).flatMap((one) => (one.type === 'feedback' ? one.text : []))
  expect(asked(toni, enno)).toEqual(['Stimmt das so?'])
  expect(asked(null, toni).sort()).toEqual(['Stimmt das so?', 'Toni, stimmt das?', 'Und wer weiß es?'])
})

test('news are what came after the last visit, and never who did how much', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, cards())
  const { vote } = sampleVote()
  const at = (ms: number, ...events: Parameters<typeof envelop>[1]) =>
    envelop(initialState('problem', ''), events, ms)
  const history = [
    ...at(
      10,
      { type: 'VotePrepared', vote },
      { type: 'StepStarted', step: stepOf({ id: 's' }), how: 'start', former: null },
    ),
    ...at(20, { type: 'PhaseAdvanced', phase: 'problem', pageId: 'page:one' }),
    ...at(200, { type: 'DraftsRevealed', stepId: 's', whose: { type: 'all' } }),
    ...at(300, { type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:two' }),
  ].map((envelope, n) => ({ ...envelope, seq: n + 1 }))
  const news = newsSince({ groupId: here, roots: rootsOf(doc) }, history, 100)
  expect(news).toMatchObject({ newCards: 1, phases: ['solution'], revealed: ['Ankommen'], counted: [] })
  expect(news?.decisions.map(({ text }) => text)).toEqual(['Wir beginnen mit dem Pilot'])
  expect(newsSince({ groupId: here, roots: rootsOf(doc) }, history, 900)).toBeNull()
  expect(JSON.stringify(news)).not.toContain(toniId)
})

test('what is due first comes first, what has no day last', () => {
  const matter = (type: 'task' | 'vote', until: number | null) =>
    ({ type, until, groupId: here, minutes: null, voteId: `${type} ${until}` }) as unknown as OpenMatter
  const sorted = inOrder([matter('task', null), matter('task', 5), matter('vote', null), matter('vote', 5)])
  expect(sorted.map(({ type, until }) => [type, until])).toEqual([
    ['vote', 5],
    ['task', 5],
    ['vote', null],
    ['task', null],
  ])
})
