import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { ArtefactId, GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { createArtefact, headlineOf, readArtefact } from '#shared/document/artefacts.ts'
import { addComment } from '#shared/document/comments.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { breakoutPageId } from '#shared/methods/breakout-page.ts'
import type { BreakoutsView, BroughtResults } from '#shared/protocol/breakouts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { openEngine } from '#server/engine.ts'
import { isLong } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { documentOnDisk } from '#tests/support/server-process.ts'

/*
 * A whole meeting in the plenum at speed: silence, revealing, clustering, a vote, talk, a decision, breakouts and back.
 * After each step it is looked at what each role could see and do: in the bytes that came over the lines, in the files
 * and in exports, never in a page. The short form exports where something is hidden and at the end; the long one, with
 * forty people, after each step (`npm run test:long -- whole-meeting`).
 */
const PEOPLE = isLong ? 39 : 9
const secret = (n: number, card = 1) => `still-${n}-${card}-gedacht`
const TALK = 'Das haben wir so besprochen'
const DECISION = 'Wir beginnen mit dem Wohngeld'

let installation: HttpInstallation
let url: string
let moderator: Browser
let workshop: WorkshopView
let plenum: GroupId
let page: string
const people: { browser: Browser; client: RawClient }[] = []
let lead: RawClient
let observer: RawClient
let observerBrowser: Browser

const all = () => [lead, observer, ...people.map(({ client }) => client)]
const enter = (browser: Browser, place: string) => RawClient.enterWith(url, place, browser.cookie ?? '')

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', (means) =>
    openEngine({ ...means, clock: systemClock }),
  )
  moderator = await installation.moderator()
  workshop = await moderator.found()
  plenum = workshop.groups[0]!.id
  url = (await installation.listenOnFreePort()).url.replace('http', 'ws')
  const { token } = await moderator.invite(workshop.id, 'participant', workshop.groups[1]!.id)
  for (let n = 0; n < PEOPLE; n++) {
    const browser = installation.browser()
    await browser.accept({ token }, { name: `Person ${n}` })
    people.push({ browser, client: await enter(browser, `sync/${plenum}`) })
  }
  observerBrowser = installation.browser()
  await observerBrowser.accept({
    token: (await moderator.invite(workshop.id, 'observer', workshop.groups[1]!.id)).token,
  })
  observer = await enter(observerBrowser, `sync/${plenum}`)
  lead = await enter(moderator, `sync/${plenum}`)
  page = (await facilitation()).place.pageId
}, 240_000)
afterAll(async () => {
  for (const client of all()) client.leave()
  await installation.close()
})

const facilitation = () => installation.platform.rooms.look(plenum, workshop.me.id, ({ state }) => state)
const give = async (command: Command) => expect(await lead.command(command)).toBe('accepted')
const textsIn = ({ artefacts }: Roots) =>
  [...artefacts.keys()].flatMap((id) => headlineOf(readArtefact(artefacts, id)!) || [])
const stored = (groupId = plenum): Y.Doc => documentOnDisk(join(installation.folder, 'rooms.sqlite'), groupId)
const onDisk = async (name: string) => readFile(join(installation.folder, name)).catch(() => Buffer.alloc(0))
const exported = async (who: Browser = moderator) =>
  (
    await who.call('exportWorkshop', {
      path: { workshopId: workshop.id },
      query: { format: 'json', group: plenum },
    })
  ).bytes.toString()
const settled = () => Promise.all(all().map((client) => client.settled()))
const stepWith = (mode: Mode, title: string): Command => ({
  type: 'startStep',
  from: null,
  step: {
    ...{ id: `step-${title}`, title, instruction: '', plannedMinutes: 0, phase: 'problem' as const },
    ...{ pageId: page, methodId: null, deadline: null, mode },
  },
})
async function begin(mode: Mode, title: string): Promise<string> {
  const from = (await facilitation()).step.running?.step.id ?? null
  await give({ ...stepWith(mode, title), from } as Command)
  return `step-${title}`
}
const note =
  (text: string, parentId = page) =>
  (roots: Roots) => {
    const fields = { text }
    const authorship = { as: 'anonymous' } as const
    const id = createArtefact(roots.artefacts, {
      kind: 'note',
      phase: 'problem',
      createdAt: 1,
      authorship,
      fields,
    })
    placeArtefact(roots.board, { artefactId: id, parentId, x: 0, y: 0, w: 200, h: 120 })
    return id
  }

let cards: ArtefactId[]

test('silence: what people write is theirs alone, in every byte, file and export', async () => {
  const stepId = await begin({ type: 'silent', authorship: 'anonymous' }, 'still')
  const drafts: RawClient[] = []
  for (const [n, { browser }] of people.entries()) {
    const draft = await enter(browser, `drafts/${plenum}/${stepId}`)
    for (const card of [1, 2])
      expect(
        await draft.change((roots) =>
          writeDraftCard(roots, {
            ...{ kind: 'note', phase: 'problem', pageId: page, fieldId: null, createdAt: 1 },
            fields: { text: secret(n, card) },
          }),
        ),
      ).toBe('durable')
    drafts.push(draft)
  }
  await settled()
  for (const [n] of people.entries()) {
    for (const client of all()) expect(client.wasSent(secret(n))).toBe(false)
    for (const [m, draft] of drafts.entries()) expect(draft.wasSent(secret(n))).toBe(n === m)
  }
  expect(await exported()).not.toContain('gedacht')
  expect(textsIn(rootsOf(stored()))).toEqual([])
  expect(installation.log.join('')).not.toContain('gedacht')
  expect(await opens(`drafts/${plenum}/${stepId}`, observerBrowser)).toBe(false)
  for (const draft of drafts) draft.leave()
})

test('revealing: everybody has every card once, and nothing says whose it is', async () => {
  await give({ type: 'revealDrafts', stepId: 'step-still', whose: { type: 'all' } })
  await settled()
  const expected = people.flatMap((_, n) => [secret(n, 1), secret(n, 2)]).sort()
  for (const client of all()) expect(textsIn(client.roots).sort()).toEqual(expected)
  const doc = stored()
  expect(textsIn(rootsOf(doc)).sort()).toEqual(expected)
  const { artefacts } = rootsOf(doc)
  cards = [...artefacts.keys()] as ArtefactId[]
  for (const id of cards) expect(readArtefact(artefacts, id)!.authorship).toEqual({ as: 'anonymous' })
  const writers = new Set(people.map(({ client }) => client.doc.clientID))
  expect([...doc.store.clients.keys()].filter((client) => writers.has(client))).toEqual([])
  expect(await exported()).toContain(secret(0))
})

test('clustering: whoever takes part groups, and whoever observes does not', async () => {
  await begin({ type: 'open' }, 'ordnen')
  const [first] = people
  const group = ({ artefacts, board }: Roots) => {
    const authorship = { as: 'anonymous' } as const
    const fields = { name: 'Wartezeiten' }
    const id = createArtefact(artefacts, {
      kind: 'cluster',
      phase: 'problem',
      createdAt: 1,
      authorship,
      fields,
    })
    const shape = placeArtefact(board, { artefactId: id, parentId: page, x: 0, y: 0, w: 600, h: 400 })
    for (const [held, record] of board)
      if (cards.slice(0, 4).includes(record.get('p.artefactId') as ArtefactId))
        board.get(held)!.set('parentId', shape)
    return id
  }
  expect(await first!.client.change(group)).toBe('durable')
  expect(await observerAgain().then((client) => client.change(note('Vom Rand')))).toBe('write_not_allowed')
  await settled()
  for (const client of all()) expect(textsIn(client.roots)).toContain('Wartezeiten')
  if (isLong) expect(await exported()).toContain('Wartezeiten')
})

/** A fresh one each time: what was refused once would come along. */
const observerAgain = () => enter(observerBrowser, `sync/${plenum}`)

test('voting: nobody learns how it stands before it is counted, whoever leads included', async () => {
  const vote: Vote = {
    ...{
      id: 'vote-1',
      question: 'Womit beginnen wir?',
      pageId: page,
      secret: true,
      trial: false,
      parts: 'none',
    },
    kind: { type: 'dots', dotsPerPerson: 2, dotsPerCard: 2 },
    candidates: cards.slice(0, 2),
    electorate: { roles: ['participant'], organisationKinds: null },
  }
  await begin({ type: 'vote', voteId: vote.id }, 'abstimmen')
  await give({ type: 'prepareVote', vote })
  await give({ type: 'openVote', voteId: vote.id })
  const ballot = { type: 'dots' as const, dots: { [cards[0]!]: 2 } }
  for (const [n, { client }] of people.entries()) {
    const own = n === 0 ? { type: 'dots' as const, dots: { [cards[1]!]: 1 } } : ballot
    expect(await client.vote(vote.id, own)).toBe('accepted')
  }
  expect(await observer.vote(vote.id, ballot)).not.toBe('accepted')
  expect(await lead.vote(vote.id, ballot)).not.toBe('accepted')
  await give({ type: 'closeVote', voteId: vote.id })
  await settled()
  for (const client of [lead, observer]) expect(client.wasSent('"dots":{')).toBe(false)
  for (const client of all()) expect(client.wasSent('"points"')).toBe(false)
  for (const name of ['rooms.sqlite', 'rooms.sqlite-wal'])
    expect((await onDisk(name)).includes('"dots":{')).toBe(false)
  expect(await exported()).not.toContain('"points"')
  await give({ type: 'countVote', voteId: vote.id })
  const { votes } = await facilitation()
  expect(votes).toMatchObject([{ status: 'counted', result: { ballots: PEOPLE } }])
  const points = new Map(
    votes
      .flatMap((known) => (known.status === 'counted' ? known.result.lines : []))
      .map((line) => [line.candidate, line.points]),
  )
  expect([points.get(cards[0]!), points.get(cards[1]!)]).toEqual([2 * (PEOPLE - 1), 1])
  await settled()
  for (const client of all()) expect(client.wasSent('"points"')).toBe(true)
})

test('talking: whoever leads writes, everybody comments', async () => {
  await begin({ type: 'discuss' }, 'reden')
  await new Promise((resolve) => setTimeout(resolve, limits.lockGraceMs + 100))
  const intruder = await enter(people[1]!.browser, `sync/${plenum}`)
  expect(await intruder.change(note('Nebenbei'))).toBe('page_closed')
  intruder.leave()
  expect(await lead.change(note(TALK))).toBe('durable')
  const { me: author } = await people[2]!.browser.workshop(workshop.id)
  expect(
    await people[2]!.client.change(({ comments }) =>
      addComment(comments, {
        ...{ artefactId: cards[0]!, text: 'Wer sagt das?', createdAt: 1 },
        author: { memberId: author.id, name: author.name, organisation: author.organisation },
      }),
    ),
  ).toBe('durable')
  await settled()
  for (const client of all()) {
    expect(textsIn(client.roots)).toContain(TALK)
    expect(client.wasSent('Nebenbei')).toBe(false)
  }
  if (isLong) expect(await exported()).not.toContain('Nebenbei')
})

test('deciding: what is decided stands where everybody and every export finds it', async () => {
  const decide = ({ artefacts, board }: Roots) => {
    const authorship = { as: 'anonymous' } as const
    const fields = { text: DECISION }
    const id = createArtefact(artefacts, {
      kind: 'decision',
      phase: 'problem',
      createdAt: 1,
      authorship,
      fields,
    })
    placeArtefact(board, { artefactId: id, parentId: page, x: 900, y: 900, w: 300, h: 160 })
  }
  expect(await lead.change(decide)).toBe('durable')
  await settled()
  for (const client of all()) expect(textsIn(client.roots)).toContain(DECISION)
  if (isLong) expect(await exported()).toContain(DECISION)
})

test('breakouts and back: each room is its people’s alone, and what it brings is in the plenum once, as its', async () => {
  await begin({ type: 'open' }, 'aufteilen')
  const halves = [0, 1].map((half) => people.filter((_, n) => n % 2 === half))
  const idsOf = (half: typeof people) =>
    Promise.all(half.map(async ({ browser }) => (await browser.session()).workshops[0]!.memberId))
  const rooms = await Promise.all(
    halves.map(async (half, n) => ({ name: `Kleingruppe ${n + 1}`, memberIds: await idsOf(half) })),
  )
  const path = { workshopId: workshop.id }
  const { open } = await moderator.ok<BreakoutsView>('openBreakouts', {
    path,
    body: { rooms, byChoice: false, task: 'Drei Ideen', minutes: 10 },
  })
  const [one, two] = open.map(({ groupId }) => groupId) as [GroupId, GroupId]
  const inside = await enter(halves[0]![0]!.browser, `sync/${one}`)
  expect(await opens(`sync/${two}`, halves[0]![0]!.browser)).toBe(false)
  expect(await opens(`sync/${one}`, halves[1]![0]!.browser)).toBe(false)
  const { phase } = (await facilitation()).place
  const results = `shape:${breakoutPageId(phase).slice('page:'.length)}-results`
  expect(await inside.change(note('Ein Anruf weniger', results))).toBe('durable')
  await settled()
  for (const client of all()) expect(client.wasSent('Ein Anruf weniger')).toBe(false)
  const bring = () =>
    moderator.ok<BroughtResults>('bringResults', {
      path: { ...path, groupId: one },
      body: { artefactIds: null },
    })
  expect(await bring()).toMatchObject({ brought: 1 })
  expect(await bring()).toMatchObject({ brought: 0 })
  await moderator.ok('closeBreakouts', { path })
  await inside.gone()
  expect(await opens(`sync/${one}`, halves[0]![0]!.browser)).toBe(true)
  await settled()
  const brought = ({ artefacts }: Roots) =>
    [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!).filter(({ home }) => home)
  for (const client of all())
    expect(brought(client.roots)).toMatchObject([
      {
        fields: { text: 'Ein Anruf weniger' },
        home: { groupId: one },
        authorship: { organisation: 'Kleingruppe 1' },
      },
    ])
  expect(brought(rootsOf(stored()))).toHaveLength(1)
  const file = await exported()
  expect(file.split('Ein Anruf weniger')).toHaveLength(2)
  for (const words of ['Wartezeiten', TALK, DECISION, '"points"']) expect(file).toContain(words)
  expect(file).not.toContain('Nebenbei')
})

/** Whether a socket opens for somebody at all. */
async function opens(place: string, { cookie }: Browser): Promise<boolean> {
  const socket = new WebSocket(`${url}/${place}`, {
    headers: { cookie: cookie ?? '', origin: url.replace('ws', 'http') },
  })
  const opened = await Promise.race([
    once(socket, 'message').then(() => true),
    once(socket, 'close').then(() => false),
    once(socket, 'error').then(() => false),
  ])
  socket.terminate()
  return opened
}
