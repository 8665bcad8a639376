import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { addComment } from '#shared/document/comments.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { fieldsOn } from '#shared/document/fields.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { breakoutPageId } from '#shared/methods/breakout-page.ts'
import type { BreakoutsView } from '#shared/protocol/breakouts.ts'
import { tellFigure } from './support/figure.ts'
import { test } from './support/fixtures.ts'
import { painted } from './support/painted.ts'
import { pictureInBothThemes, picture } from './support/pictures.ts'
import { text } from './support/texts.ts'
import { desk, grouped, isSecret, pageIn, panel, pressed, secret } from './whole-meeting/acts.ts'
import { DECISION, NOTE, titleOf, twoHours, type Part } from './whole-meeting/agenda.ts'
import { card, Hall, textsIn } from './whole-meeting/hall.ts'

/*
 * Two hours at speed, as they are: a moderator's browser that goes through the agenda, five more and 35 people who are
 * sockets. After each step it is looked at what each role could and could not see or do: in everything that came over the
 * lines, in the files of the server and in what is taken home, never on a page.
 */
const RAW_PEOPLE = 35
const CARDS_EACH = 5
const FIELDS = 3

test.setTimeout(1_800_000)

test('two hours with forty people: what each role could see and do, step by step @long', async ({
  installation,
  prepare,
  visit,
  recording,
}) => {
  const hall = await Hall.found({ installation, prepare, visit })
  await hall.fill(RAW_PEOPLE)
  const { mara, lead, manager, observer, raw, guests } = hall
  const people = RAW_PEOPLE + guests.length
  const pageId = pageIn(hall.stored())
  const fields = fieldsOn(hall.stored().board, pageId)
  expect(fields).toHaveLength(FIELDS)
  const meeting = await hall.ask<Meeting>('meetings', twoHours(hall.plenum, pageId))
  expect(meeting.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120)
  const idOf = (part: Part) => meeting.steps.find(({ title }) => title === titleOf(part))!.id

  /** A browser may still be reading what sockets have read. */
  const everybodyHas = (words: string) => expect.poll(() => hall.sentTo(words)).toEqual(hall.everybody)
  /** The moderator goes on, as the dock offers it; then the time of grace is over. */
  const goOnTo = async (part: Part) => {
    await mara.room.dock(text('facilitation.dock.next', { page: titleOf(part) })).click()
    for (const { room } of guests) await expect(room.page.getByText(titleOf(part)).first()).toBeVisible()
    await pause(limits.lockGraceMs + 200)
    await everybodyHas(titleOf(part))
  }
  /** Each role tries to lay a card on the page, by a client that keeps to no rule. */
  const whoMayWrite = async () => {
    const outcomes: Record<string, string> = {}
    for (const [role, who] of Object.entries({ lead, manager, participant: raw[0]!, observer }))
      outcomes[role] = await hall.outcome(who, card('note', `versuch-${role}`, pageId))
    return outcomes
  }
  const closed = {
    lead: 'durable',
    manager: 'page_closed',
    participant: 'page_closed',
    observer: 'write_not_allowed',
  }

  await test.step('arriving: everybody follows, and nobody but the moderation writes', async () => {
    await mara.room.page.reload()
    await mara.room.saved()
    await mara.room.page.getByRole('button', { name: text('agenda.title'), exact: true }).click()
    for (const name of ['agenda.run', 'agenda.start'])
      await mara.room.page.getByRole('button', { name: text(name), exact: true }).click()
    for (const { room } of guests)
      await expect(room.page.getByText(text('agenda.stepOf', { number: 1, count: 8 }))).toBeVisible()
    await pause(limits.lockGraceMs + 200)
    expect(await whoMayWrite()).toEqual(closed)
    await hall.settled()
    await everybodyHas('versuch-lead')
    expect(hall.sentTo('versuch-participant')).toEqual([])
  })

  await test.step('silence: what somebody writes is theirs alone, in every byte, file and export', async () => {
    await goOnTo('silent')
    for (const { name, client, cookie } of raw) {
      const draft = await hall.enter(cookie, `drafts/${hall.plenum}/${idOf('silent')}`)
      for (let n = 0; n < CARDS_EACH; n++)
        expect(
          await draft.change((roots) =>
            writeDraftCard(roots, {
              ...{ kind: 'note', phase: 'problem', pageId, fieldId: fields[n % FIELDS]!.id, createdAt: 1 },
              fields: { text: secret(name, n) },
            }),
          ),
        ).toBe('durable')
      draft.leave()
      expect(client.wasSent(secret(name, 0))).toBe(false)
    }
    for (const { name, room } of guests) {
      for (let n = 0; n < CARDS_EACH; n++) {
        await desk(room).getByRole('textbox').first().fill(secret(name, n))
        await desk(room)
          .getByRole('button', { name: text('facilitation.silent.add') })
          .click()
      }
      await expect(
        desk(room).getByText(text('facilitation.silent.saved.saved'), { exact: true }),
      ).toBeVisible()
    }
    await pictures('silent')
    await hall.settled()
    for (const { name } of [...raw, ...guests]) {
      // What a browser's own draft was answered is its writer's
      const own = guests.some((guest) => guest.name === name) ? [`${name}, browser`] : []
      const seen = hall.sentTo(secret(name, 0))
      expect(seen.filter((who) => !own.includes(who))).toEqual([])
    }
    expect(await whoMayWrite()).toEqual(closed)
    expect(await opens(observer.cookie, 'silent')).toBe(false)
    expect(textsIn(hall.stored()).filter(isSecret)).toEqual([])
    expect(await hall.files()).not.toContain('heimlich-')
    expect(hall.printed()).not.toContain('heimlich-')
    expect(JSON.stringify(await hall.ask('rooms'))).not.toContain('heimlich-')
  })

  await test.step('revealing: everybody has every card once, and nothing says whose it is', async () => {
    for (const { name, room } of guests) if (name === 'Jonas') await room.show('list')
    const cards = { onBoard: people * CARDS_EACH, inOneField: Math.floor((people * CARDS_EACH) / FIELDS) }
    const waiting = [mara, ...guests].map(async ({ name, room }) => ({
      name,
      at: await painted(room.page, cards),
    }))
    await mara.room.dock(text('facilitation.silent.reveal.label')).click()
    const from = await pressed(mara.room, text('facilitation.silent.reveal.all'))
    const times = (await Promise.all(waiting)).map(({ name, at }) => `${name} ${at - from}`)
    tellFigure(
      `${people} × ${CARDS_EACH} cards revealed, until painted in six browsers at once, with ${RAW_PEOPLE} sockets more on the same machine (ms): ${times.join(', ')}`,
    )
    await pictures('revealed')
    await hall.settled()
    const expected = [...raw, ...guests].flatMap(({ name }) =>
      Array.from({ length: CARDS_EACH }, (_, n) => secret(name, n)),
    )
    for (const client of hall.clients)
      expect(textsIn(client.roots).filter(isSecret).sort()).toEqual(expected.sort())
    const { artefacts } = hall.stored()
    expect(textsIn(hall.stored()).filter(isSecret).sort()).toEqual(expected)
    const revealed = [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!)
    for (const one of revealed) expect(one.authorship).toEqual({ as: 'anonymous' })
    const writers = new Set(raw.map(({ client }) => client.doc.clientID))
    expect([...artefacts.doc!.store.clients.keys()].filter((id) => writers.has(id))).toEqual([])
    for (const words of expected) await everybodyHas(words)
    expect(await hall.files()).toContain(expected[0])
  })

  const clusters: string[] = []
  await test.step('clustering: who takes part groups, and who observes does not', async () => {
    await goOnTo('cluster')
    expect(await whoMayWrite()).toEqual({
      ...{ lead: 'durable', manager: 'durable', participant: 'durable' },
      observer: 'write_not_allowed',
    })
    for (const [n, name] of ['Wartezeiten', 'Zuständigkeiten'].entries())
      expect(await raw[n]!.client.change((roots) => void clusters.push(grouped(roots, name, n)))).toBe(
        'durable',
      )
    await hall.settled()
    for (const name of ['Wartezeiten', 'Zuständigkeiten']) {
      await everybodyHas(name)
      expect(textsIn(hall.stored())).toContain(name)
    }
    expect(hall.sentTo('versuch-observer')).toEqual([])
    expect(await hall.files()).toContain('Wartezeiten')
  })

  await test.step('voting: nobody learns how it stands before it is counted, whoever leads included', async () => {
    await goOnTo('vote')
    const vote: Vote = {
      ...{
        id: idOf('vote'),
        question: 'Womit beginnen wir?',
        pageId,
        secret: true,
        trial: false,
        parts: 'none',
      },
      kind: { type: 'dots', dotsPerPerson: 2, dotsPerCard: 2 },
      candidates: clusters,
      electorate: { roles: ['participant'], organisationKinds: null },
    }
    expect(await lead.client.command({ type: 'prepareVote', vote })).toBe('accepted')
    await mara.room.page
      .getByRole('region', { name: text('votes.band.secret') })
      .getByRole('button', { name: text('votes.band.manage') })
      .click()
    await panel(mara.room)
      .getByRole('button', { name: text('votes.act.open'), exact: true })
      .click()
    const [first, second] = clusters as [string, string]
    const ballot = { type: 'dots' as const, dots: { [first]: 2 } }
    await expect.poll(() => raw[0]!.client.vote(vote.id, ballot)).toBe('accepted')
    for (const { client } of raw.slice(1)) expect(await client.vote(vote.id, ballot)).toBe('accepted')
    const late = await hall.latecomer()
    expect(await late.client.vote(vote.id, { type: 'dots', dots: { [second]: 1 } })).toBe('accepted')
    late.client.leave()
    for (const who of [lead, manager, observer])
      expect(await who.client.vote(vote.id, ballot), who.name).not.toBe('accepted')
    for (const { name, room } of guests) {
      if (name === 'Jonas')
        await room.page.getByRole('button', { name: text('room.faces.vote'), exact: true }).click()
      else await room.page.getByRole('button', { name: text('votes.band.paper') }).click()
      await room.page
        .getByRole('region', { name: text('votes.paper.title') })
        .getByRole('button', { name: text('votes.dots.more', { card: 'Zuständigkeiten' }) })
        .click()
      await expect(room.page.getByText(text('votes.paper.state.cast'))).toBeVisible()
    }
    await pictures('vote')
    await panel(mara.room)
      .getByRole('button', { name: text('votes.act.close'), exact: true })
      .click()
    await expect(guests[0]!.room.page.getByText(text('votes.band.closedText'))).toBeVisible()
    await hall.settled()
    // Their own ballots come back to those who cast them, and to nobody else
    for (const client of [lead.client, observer.client, manager.client])
      expect(client.wasSent('"dots":{')).toBe(false)
    expect(mara.line.wasSent('"dots":{')).toBe(false)
    expect(hall.sentTo('"points"')).toEqual([])
    for (const name of await readdir(hall.dataFolder))
      if (name.startsWith('rooms.sqlite'))
        expect((await readFile(join(hall.dataFolder, name))).includes('"dots":{'), name).toBe(false)
    expect(await hall.files()).not.toContain('"points"')
    await panel(mara.room)
      .getByRole('button', { name: text('votes.act.count'), exact: true })
      .click()
    await mara.room.page
      .getByRole('dialog')
      .getByRole('button', { name: text('votes.act.count'), exact: true })
      .click()
    await expect(panel(mara.room)).toContainText(text('votes.result.ballots', { count: people + 1 }))
    await hall.settled()
    await everybodyHas('"points"')
    await everybodyHas(`"points":${2 * RAW_PEOPLE}`)
    await everybodyHas(`"points":${guests.length + 1}`)
  })

  await test.step('talking: everybody comments and the moderation alone writes', async () => {
    await goOnTo('discuss')
    await pictures('discuss')
    expect(await whoMayWrite()).toEqual(closed)
    for (const [n, who] of [raw[2]!, manager, observer].entries())
      expect(await hall.outcome(who, await commented(who, `Einwand ${n}`)), who.name).toBe('durable')
    expect(await raw[3]!.client.command({ type: 'raiseHand' })).toBe('accepted')
    expect(await observer.client.command({ type: 'raiseHand' })).not.toBe('accepted')
    await hall.settled()
    for (const n of [0, 1, 2]) await everybodyHas(`Einwand ${n}`)
  })

  await test.step('deciding: it stands where everybody and every file finds it, and nothing else is taken', async () => {
    await goOnTo('decide')
    await mara.room.page.keyboard.press('Control+m')
    await expect(mara.room.page.getByRole('dialog', { name: text('room.capture.title') })).toBeVisible()
    await mara.room.page.keyboard.type(DECISION)
    await mara.room.page.keyboard.press('Enter')
    await mara.room.saved()
    await pictures('locked')
    expect(await whoMayWrite()).toEqual(closed)
    expect(await hall.outcome(raw[2]!, await commented(raw[2]!, 'Zu spät gesagt'))).toBe('page_closed')
    await hall.settled()
    await everybodyHas(DECISION)
    expect(textsIn(hall.stored())).toContain(DECISION)
    expect(hall.sentTo('Zu spät gesagt')).toEqual([])
    const files = await hall.files()
    expect(files).toContain(DECISION)
    expect(files).not.toContain('Zu spät gesagt')
  })

  const results = 'Montags eine Stunde ohne Termin'
  await test.step('breakouts: each room is its people’s alone', async () => {
    await goOnTo('breakout')
    const { page } = mara.room
    await page.goto(`/werkstaetten/${hall.workshop.id}/raeume`)
    await page.getByRole('button', { name: text('rooms.breakouts.form'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(text('rooms.breakouts.count')).selectOption('2')
    await dialog.getByLabel(text('rooms.breakouts.task')).fill('Was machen wir zuerst?')
    await picture(page, '90-ganze-sitzung-aufteilen')
    await page.getByRole('button', { name: text('rooms.breakouts.go'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    const { open } = await hall.ask<BreakoutsView>('breakouts')
    expect(open).toHaveLength(2)
    const [one, two] = open.map(({ groupId }) => groupId) as [GroupId, GroupId]
    const inOne: typeof raw = []
    const inTwo: typeof raw = []
    for (const who of raw) ((await opens(who.cookie, one)) ? inOne : inTwo).push(who)
    expect(Math.abs(inOne.length - inTwo.length)).toBeLessThan(raw.length / 2)
    for (const who of inOne) expect(await opens(who.cookie, two), who.name).toBe(false)
    for (const who of inTwo) expect(await opens(who.cookie, two), who.name).toBe(true)
    for (const id of [one, two]) expect(await opens(observer.cookie, id)).toBe(false)
    const inside = await hall.enter(inOne[0]!.cookie, `sync/${one}`)
    const field = `shape:${breakoutPageId('problem').slice('page:'.length)}-results`
    expect(await inside.change((roots) => void card('note', results, field)(roots))).toBe('durable')
    for (const { room } of guests) {
      const away = room.page.getByRole('button', { name: /^In den Raum „|^Zu „|Kleingruppe \d/ }).first()
      await away.click()
      await room.saved()
    }
    await picture(guests[2]!.room.page, '91-ganze-sitzung-kleingruppe-telefon')
    await hall.settled()
    const elsewhere = guests.filter(({ room }) => room.page.url().includes(two))
    const inRoomOne = guests
      .filter((guest) => !elsewhere.includes(guest))
      .map(({ name }) => `${name}, browser`)
    expect(hall.sentTo(results).filter((who) => !inRoomOne.includes(who))).toEqual([])
    expect(textsIn(hall.stored())).not.toContain(results)
    expect(textsIn(hall.stored(one))).toContain(results)
    expect(textsIn(hall.stored(two))).not.toContain(results)
    inside.leave()
  })

  await test.step('back: what a room found is in the plenum once, as the room’s', async () => {
    const { page } = mara.room
    await page.getByRole('button', { name: text('rooms.breakouts.close'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: text('rooms.breakouts.close') }).click()
    await expect(page.getByRole('button', { name: text('rooms.breakouts.form'), exact: true })).toBeVisible()
    const plenum = hall.workshop.groups.find(({ kind }) => kind === 'plenum')!
    for (const { room } of guests) {
      await room.page.getByRole('button', { name: text('call.go', { group: plenum.name }) }).click()
      await room.saved()
    }
    await page.goto(`/werkstatt/${hall.workshop.id}/gruppe/${hall.plenum}`)
    await mara.room.saved()
    await goOnTo('back')
    await hall.settled()
    const brought = ({ artefacts }: Roots) =>
      [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!).filter(({ home }) => home)
    for (const roots of [hall.stored(), ...hall.clients.map((client) => client.roots)])
      expect(brought(roots)).toMatchObject([{ fields: { text: results } }])
    await everybodyHas(results)
    expect(await whoMayWrite()).toEqual(closed)
    await pictures('present')
    const files = await hall.files()
    for (const words of [results, DECISION, 'Wartezeiten', '"points"']) expect(files).toContain(words)
  })

  await test.step('the moderation’s notes are in nothing that anybody else was sent', async () => {
    const moderation = ['Mara, browser', 'Mara']
    expect(hall.sentTo(NOTE).filter((who) => !moderation.includes(who))).toEqual([])
    expect(hall.sentTo(NOTE)).toContain('Mara, browser')
    expect(recording.pageErrors).toEqual([])
    expect(recording.foreignRequests).toEqual([])
  })
  hall.leave()

  async function pictures(mode: string): Promise<void> {
    for (const [who, { page }] of [
      ['moderation', mara.room],
      ['teilnahme', guests[0]!.room],
      ['telefon', guests[2]!.room],
    ] as const)
      await pictureInBothThemes(page, `90-ganze-sitzung-${mode}-${who}`)
  }

  /** Whether a socket opens: a room by its id, a draft by its step. */
  async function opens(cookie: string, place: GroupId | 'silent'): Promise<boolean> {
    const path = place === 'silent' ? `drafts/${hall.plenum}/${idOf('silent')}` : `sync/${place}`
    return hall.enter(cookie, path).then(
      (client) => {
        client.leave()
        return true
      },
      () => false,
    )
  }

  async function commented({ api }: (typeof raw)[number], words: string) {
    const answer = await api.get(`${installation.origin}/api/workshops/${hall.workshop.id}`)
    const { me } = (await answer.json()) as typeof hall.workshop
    const author = { memberId: me.id, name: me.name, organisation: me.organisation }
    return ({ comments }: Roots) =>
      void addComment(comments, { artefactId: clusters[0] as never, text: words, author, createdAt: 1 })
  }
})
