import { describe, expect, it } from 'vitest'
import { newId, type AccountId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryWebhookStore } from '#server/adapters/memory/webhook-store.ts'
import { WebhookSignatures } from '#server/auth/webhook-signatures.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { SendEnd, SignedMessage } from '#server/ports/webhook-sender.ts'
import { waitAfter, Webhooks } from '#server/workshop/webhooks.ts'
import type { FacilitationEvent } from '#shared/facilitation/events.ts'
import { resultOf } from '#shared/facilitation/vote/count.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { plannedStep } from '#tests/support/agenda.ts'
import { FakeClock, settle } from '#tests/support/fake-clock.ts'
import { webhookOf } from '#tests/contract/webhook-store.ts'

const minuteMs = 60_000

function setting(answer: (message: SignedMessage) => SendEnd | Promise<SendEnd>) {
  const clock = new FakeClock()
  const [accountId, workshopId, groupId] = [newId<AccountId>(), newId<WorkshopId>(), newId<GroupId>()]
  const store = new MemoryWebhookStore({ isMember: () => true, exists: () => true, isRehearsal: () => false })
  const events = new MemoryEventLog()
  const sent: SignedMessage[] = []
  const asked: string[] = []
  const member = { ...{ id: newId(), workshopId, role: 'moderator', groupIds: 'all' }, removedAt: null }
  const people = {
    memberOfAccount: async () => member,
    formerRights: async () => null,
    group: async () => ({ id: groupId, workshopId }),
    workshop: async () => ({ id: workshopId, createdAt: clock.now() - minuteMs }),
  } as unknown as PeopleStore
  const meeting = { id: newId(), groupIds: 'all', steps: [plannedStep('eins'), plannedStep('letzter')] }
  const webhooks = new Webhooks({
    ...{ store, events, people, clock, chance: () => 1 },
    plans: { meeting: async () => null, meetings: async () => (asked.push('plan'), [meeting] as never) },
    signatures: new WebhookSignatures(() => Buffer.alloc(32)),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    sender: {
      send: async (message) => {
        sent.push(message)
        return answer(message)
      },
    },
  })
  const add = async (more = {}) => {
    const webhook = webhookOf(accountId, { kinds: ['vote.counted', 'meeting.ended'], ...more })
    await store.add(webhook, 99)
    return webhook
  }
  const happened = (key: string) =>
    store.queue({ kind: 'vote.counted', workshopId, groupId, subjectId: key, at: clock.now() }, key)
  return { clock, store, events, sent, asked, webhooks, add, happened, groupId, workshopId, meeting }
}

const refused: SendEnd = { outcome: 'refused', status: 500 }
const taken: SendEnd = { outcome: 'delivered', status: 204 }

describe('messages', () => {
  it('are given up after so many attempts, within thirty hours, and stay to be seen', async () => {
    const { clock, store, sent, webhooks, add, happened } = setting(() => refused)
    const webhook = await add()
    await happened('eins')
    const stop = webhooks.workOff()
    await clock.advance(30 * 60 * minuteMs)
    expect(sent).toHaveLength(limits.webhookAttempts)
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const [delivery] = await store.deliveriesOf(webhook.id, 9)
    expect(delivery).toMatchObject({ attempts: 8, outcome: 'refused', status: 500, dueAt: null })
    await stop()
  })

  it('wait four times as long each time, spread, and never longer than half a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => waitAfter(attempts, 1) / minuteMs)
    expect(waits).toEqual([1, 4, 16, 64, 256, 720, 720])
    expect(waitAfter(3, 0)).toBe(8 * minuteMs)
  })

  it('are begun durably before they are sent', async () => {
    const { clock, store, webhooks, add, happened } = setting(() => new Promise(() => {}))
    const webhook = await add()
    await happened('eins')
    webhooks.workOff()
    await clock.advance(1)
    const [delivery] = await store.deliveriesOf(webhook.id, 9)
    expect(delivery).toMatchObject({ attempts: 1, outcome: null })
    expect(delivery!.dueAt).toBeGreaterThan(clock.now())
  })

  it('go out one at a time to each address, to four addresses at once, and behind each other without a pause', async () => {
    const answers: (() => void)[] = []
    const { clock, sent, webhooks, add, happened } = setting(
      () => new Promise((resolve) => answers.push(() => resolve(taken))),
    )
    for (let n = 0; n < 6; n++) await add({ url: `https://rat.example.org/${n}` })
    for (const key of ['eins', 'zwei']) await happened(key)
    const stop = webhooks.workOff()
    await clock.advance(1)
    expect(new Set(sent.map(({ url }) => url.pathname)).size).toBe(4)
    expect(sent).toHaveLength(4)
    while (answers.length > 0) {
      answers.shift()!()
      await settle()
      await settle()
    }
    expect(sent).toHaveLength(12)
    await stop()
  })

  it('to addresses that do not answer hold half of the places, however many those are', async () => {
    const overdue: (() => void)[] = []
    const { clock, sent, webhooks, add, happened } = setting(({ url }) =>
      url.pathname === '/da'
        ? taken
        : new Promise((resolve) => overdue.push(() => resolve({ outcome: 'timeout', status: null }))),
    )
    for (let n = 0; n < 9; n++) await add({ url: `https://rat.example.org/tot/${n}` })
    for (const key of ['eins', 'zwei']) await happened(key)
    const stop = webhooks.workOff()
    await clock.advance(1)
    await add({ url: 'https://rat.example.org/da' })
    await happened('drei')
    for (let ended = 0; ended < 9; ended++) {
      overdue.shift()!()
      await settle()
      await settle()
    }
    expect(sent.filter(({ url }) => url.pathname === '/da')).toHaveLength(1)
    expect(overdue).toHaveLength(2)
    for (const end of overdue) end()
    const ended = stop()
    while (overdue.length > 0) {
      overdue.shift()!()
      await settle()
    }
    await ended
  })

  it('that cannot be put off are not sent, and are tried again only when somebody looks again', async () => {
    const { clock, store, sent, webhooks, add, happened } = setting(() => taken)
    const webhook = await add()
    await happened('eins')
    let tries = 0
    const begin = store.begin.bind(store)
    store.begin = () => {
      tries++
      // A server that asked without end would never come back to this test
      return tries > 9 ? begin('', 0, 0) : Promise.reject(new Error('full'))
    }
    const stop = webhooks.workOff()
    await clock.advance(1)
    await settle()
    expect(tries).toBe(1)
    await clock.advance(5_000)
    expect([tries, sent.length]).toEqual([2, 0])
    store.begin = begin
    await clock.advance(5_000)
    await settle()
    expect((await store.deliveriesOf(webhook.id, 9))[0]).toMatchObject({ attempts: 1, outcome: 'delivered' })
    await stop()
  })

  it('wait for what is being looked up when they are ended, and nothing is begun afterwards', async () => {
    const { clock, events, sent, webhooks, add, happened } = setting(() => taken)
    await add()
    await happened('eins')
    const untold = events.untold.bind(events)
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    events.untold = async () => {
      await held
      return untold()
    }
    const stop = webhooks.workOff()
    await clock.advance(20_000)
    let isOver = false
    const ended = stop().then(() => (isOver = true))
    await settle()
    expect(isOver).toBe(false)
    goOn()
    await ended
    expect([clock.pendingTimers, sent.length]).toEqual([0, 0])
  })

  it('tell of votes and meetings in rooms once they are over', async () => {
    const { clock, store, events, sent, asked, webhooks, add, groupId, meeting } = setting(() => taken)
    const webhook = await add()
    const facts = { at: clock.now(), by: newId<MemberId>() }
    const { vote } = sampleVote()
    const voteCounted = { type: 'VoteCounted', voteId: vote.id, result: resultOf(vote, []) } as const
    await events.append(groupId, [
      { ...facts, seq: 1, event: { type: 'StepEnded', stepId: 'eins' } as never },
      { ...facts, seq: 2, event: { type: 'StepEnded', stepId: 'letzter' } as never },
      { ...facts, seq: 3, at: 5, event: { type: 'StepEnded', stepId: 'letzter' } as never },
      { ...facts, seq: 4, event: voteCounted },
    ])
    const stop = webhooks.workOff()
    for (let looks = 0; looks < 3; looks++) await clock.advance(5_000)
    await settle()
    const told = sent.map(({ body }) => JSON.parse(body) as { type: string; data: { id: string } })
    expect(told.map(({ type, data }) => [type, data.id])).toEqual([
      ['meeting.ended', meeting.id],
      ['vote.counted', vote.id],
    ])
    expect(await events.untold()).toEqual([])
    expect(asked).toEqual(['plan'])
    expect(await store.deliveriesOf(webhook.id, 9)).toHaveLength(2)
    await stop()
  })

  it('go out although something that happened cannot be queued, or nothing can be swept', async () => {
    const { clock, store, events, sent, webhooks, add, happened, groupId } = setting(() => taken)
    await add()
    const { vote } = sampleVote()
    const counted = (voteId: string) =>
      ({ type: 'VoteCounted', voteId, result: resultOf(vote, []) }) as unknown as FacilitationEvent
    const facts = { at: clock.now(), by: newId<MemberId>() }
    await events.append(groupId, [
      { ...facts, seq: 1, event: counted('schlecht') },
      { ...facts, seq: 2, event: counted('gut') },
    ])
    await happened('wartet')
    const queue = store.queue.bind(store)
    store.queue = async (one, key) =>
      one.subjectId === 'schlecht' ? Promise.reject(new Error('bad')) : queue(one, key)
    store.sweep = () => Promise.reject(new Error('full'))
    const stop = webhooks.workOff()
    await clock.advance(1)
    await settle()
    const told = sent.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id)
    expect(told.sort()).toEqual(['gut', 'wartet'])
    expect((await events.untold()).map(({ seq }) => seq)).toEqual([1])
    events.untold = () => Promise.reject(new Error('gone'))
    await happened('danach')
    await clock.advance(5_000)
    await settle()
    expect(sent).toHaveLength(3)
    await stop()
  })
})
