import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { initialState } from '#shared/facilitation/state.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { FollowedReminder, ReminderView } from '#shared/protocol/subscriptions.ts'
import type { Config } from '#server/config.ts'
import { stepOf } from '#tests/support/facilitation.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { MailServer } from '#tests/support/mail-server.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'

/* The daily mail, against a mail server on this machine. It is looked for what is due when the server starts. */

const HOUR_MS = 60 * 60 * 1000
const address = 'toni.teil@kreis.example.org'
let post: MailServer
let installation: HttpInstallation
let workshop: WorkshopView
let toni: Browser

beforeAll(async () => {
  post = await MailServer.open()
  installation = await HttpInstallation.open(settings())
  const moderator = await installation.moderator()
  workshop = await moderator.found('Kita-Plätze')
  const groupId = workshop.groups[1]!.id
  const { token } = await moderator.invite(workshop.id, 'participant', groupId)
  toni = installation.browser()
  await toni.accept({ token }, { name: 'Toni Teil' })
  await furnish(groupId)
})
afterAll(async () => {
  await installation.close()
  await post.close()
})
beforeEach(() => post.received.splice(0))

const settings = () => ({
  smtpUrl: post.url,
  mailFrom: 'Werkraum <werkraum@example.org>',
  publicUrl: new URL('https://werkraum.test'),
})

/** A step and a vote in people's own time, and a task of Toni's. */
async function furnish(groupId: GroupId): Promise<void> {
  const { vote, step } = sampleVote()
  const deadline = Date.UTC(2026, 0, 9, 17)
  const running = (changes: Parameters<typeof stepOf>[0]) => ({
    step: stepOf({ title: 'Ideen sammeln', deadline, plannedMinutes: 20, ...changes }),
    startedAt: 1,
    modeSince: 1,
  })
  installation.rooms.states.set(groupId, {
    ...initialState('problem', 'page:one'),
    step: {
      running: null,
      ownTime: [
        running({
          id: 'home',
          instruction: 'Schreiben Sie Geheimes',
          mode: { type: 'silent', authorship: 'named' },
        }),
        running({ id: 'vote', pageId: 'page:two', mode: step.mode }),
      ],
      former: null,
    },
    votes: [{ status: 'open', vote: { ...vote, question: 'Was zuerst?' } }],
  })
  const doc = new Y.Doc()
  const { artefacts } = rootsOf(doc)
  createArtefact(artefacts, {
    ...{ kind: 'task', phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } },
    fields: { text: 'Vertrauliche Testpersonen anfragen', owner: 'Toni Teil', due: '2026-01-02' },
  })
  await installation.rooms.create(groupId, Y.encodeStateAsUpdate(doc))
}

const path = () => ({ workshopId: workshop.id })
const ask = (body = { email: address, language: 'de' }) => ({ path: path(), body })
const view = () => toni.ok<ReminderView>('ownReminder', { path: path() })
const linkIn = (text: string) => /https:\/\/werkraum\.test\/erinnerung#(\S+)/.exec(text)![1]!
const follow = (token: string) =>
  installation.browser().ok<FollowedReminder>('followReminderLink', { body: { token } })

/** Stops it, lets time pass, and starts it: what is due is looked for at once, and stopping waits for what is sent. */
async function restart(afterMs = 0, config: Partial<Config> = settings()): Promise<void> {
  await installation.stop()
  installation.clock.pass(afterMs)
  // The rooms of tests forget their documents when they close
  await furnish(workshop.groups[1]!.id)
  await installation.start(config)
  toni = Object.assign(installation.browser(), { cookie: toni.cookie })
}
/** On a machine that does much else, a letter takes its time. */
const arrived = (count: number) => vi.waitFor(() => expect(post.received).toHaveLength(count), 20_000)

it('nothing is offered, and nobody written to, where the operator named no mail server', async () => {
  await restart(0, { publicUrl: new URL('https://werkraum.test') })
  expect(await view()).toMatchObject({ hour: null, state: 'off', email: null })
  expect(await toni.code('askReminder', ask())).toBe('not_found')
  await restart()
})

it('whoever reads the mailbox is asked first, once, and gets nothing more without an answer', async () => {
  expect(await view()).toMatchObject({ hour: 7, timeZone: 'Europe/Berlin', state: 'off' })
  post.isBusy = true
  expect(await toni.code('askReminder', ask())).toBe('mail_unavailable')
  expect(await view()).toMatchObject({ state: 'off', email: null })
  post.isBusy = false
  expect(await toni.ok('askReminder', ask())).toMatchObject({ state: 'asked', email: address })
  expect(post.received).toHaveLength(1)
  const [letter] = post.received
  expect(letter).toMatchObject({ to: [address], subject: 'Werkraum: Tägliche Erinnerung bestätigen' })
  expect(await toni.code('askReminder', ask({ email: 'andere@example.org', language: 'de' }))).toBe(
    'rate_limited',
  )
  await restart(24 * HOUR_MS)
  expect(await view()).toMatchObject({ state: 'asked' })

  const token = linkIn(letter!.text)
  const forged = token.replace('begin', 'end')
  for (const wrong of [forged, `${token}x`, token.slice(0, -4), 'nichts als ein Wort'])
    expect(await installation.browser().code('followReminderLink', { body: { token: wrong } })).toBe(
      'reminder_link_invalid',
    )
  expect(await follow(token)).toEqual({ did: 'begun', workshopTitle: 'Kita-Plätze' })
  expect(await view()).toMatchObject({ state: 'on' })
  expect(post.received).toHaveLength(1)
})

it('in the morning it says what is open in counts and titles, once, however often the server starts', async () => {
  await restart(24 * HOUR_MS)
  await arrived(1)
  const [letter] = post.received
  expect(letter!.to).toEqual([address])
  expect(letter!.subject).toBe('Werkraum: 3 offene Punkte in „Kita-Plätze“')
  expect(letter!.text).toContain('- Abstimmung „Was zuerst?“ (Gruppe A): bis Freitag, 9. Januar um 18:00')
  expect(letter!.text).toContain('- Aufgabe „Ideen sammeln“ (Gruppe A): bis Freitag, 9. Januar um 18:00')
  expect(letter!.text).toContain('- 1 Aufgabe, die Sie übernommen haben, davon 1 überfällig')
  expect(letter!.text).toContain('Zusammen etwa 23 Minuten.')
  expect(letter!.text).toContain(`https://werkraum.test/werkstaetten/${workshop.id}/meine`)
  expect(letter!.text).not.toMatch(/Vertraulich|Testpersonen|Geheim|Toni/)
  expect(letter!.raw).toMatch(/^List-Unsubscribe:\s+<https:/m)
  await restart()
  await restart()
  expect(post.received).toHaveLength(1)
})

it('a mail server that has no room is asked again the same morning', async () => {
  post.isBusy = true
  await restart(24 * HOUR_MS)
  await vi.waitFor(() => expect(installation.log.join('')).toContain('a reminder could not be sent'))
  post.isBusy = false
  await restart()
  expect(post.received).toHaveLength(0)
  await restart(HOUR_MS / 4)
  await arrived(1)
})

it('ends by the link in it, and no address or link is in any log', async () => {
  await restart(24 * HOUR_MS)
  await arrived(1)
  const token = linkIn(post.received[0]!.text)
  expect(await follow(token)).toEqual({ did: 'ended', workshopTitle: 'Kita-Plätze' })
  expect(await view()).toMatchObject({ state: 'off', email: null })
  expect(await installation.browser().code('followReminderLink', { body: { token } })).toBe(
    'reminder_link_invalid',
  )
  await restart(24 * HOUR_MS)
  await restart(24 * HOUR_MS)
  expect(post.received).toHaveLength(1)
  const log = installation.log.join('\n')
  expect(log).not.toContain(address)
  expect(log).not.toContain(token.slice(-30))
  expect(installation.dumpDatabase()).not.toContain(address)
})

it('is taken back where one took it, and rests with whoever rests', async () => {
  await toni.ok('askReminder', ask({ email: address, language: 'en' }))
  await follow(linkIn(post.received.splice(0)[0]!.text))
  await toni.ok('rest', { path: path(), body: { standing: 'paused' } })
  await restart(24 * HOUR_MS)
  await toni.ok('rest', { path: path(), body: { standing: 'present' } })
  await restart(24 * HOUR_MS)
  await arrived(1)
  expect(post.received[0]!.subject).toBe('Werkraum: 3 open items in “Kita-Plätze”')
  await toni.ok('endReminder', { path: path() })
  await restart(24 * HOUR_MS)
  expect(await view()).toMatchObject({ state: 'off' })
  expect(post.received).toHaveLength(1)
})
