import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { CreatedWebhook, DeliveryView, MessageBody, WebhooksView } from '#shared/protocol/webhooks.ts'
import { messageBody } from '#shared/protocol/webhooks.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser, moderatorAccount } from '#tests/support/http-installation.ts'
import { QuickClock } from '#tests/support/quick-clock.ts'
import { signaturesBy, WebhookReceiver } from '#tests/support/webhook-receiver.ts'
import { program } from '#tests/support/program.ts'

let folder: string
let server: Composition
let receiver: WebhookReceiver
let mara: Browser
let workshop: WorkshopView
const log: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-webhooks-'))
  receiver = await WebhookReceiver.open()
  const config = readConfig({
    WERKRAUM_DATA: folder,
    WERKRAUM_WEBHOOK_HOSTS: `rat.example.org, ${receiver.origin}`,
  })
  if (!config.ok) throw new Error('the options are wrong')
  server = await compose(config.value, {
    // Half a minute is a thirtieth of a second
    clock: new QuickClock(Date.now(), 1_000),
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  })
  await server.app.ready()
  mara = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  await mara.ok('setUp', { body: { token, ...moderatorAccount } })
}, 60_000)
beforeEach(async () => {
  receiver.received.length = 0
  receiver.answerWith(204)
  workshop = await mara.found('Vertraulicher Titel', ['Gruppe A'])
})
afterEach(async () => {
  const { webhooks } = await mara.ok<WebhooksView>('webhooks')
  for (const { id } of webhooks) await mara.ok('removeWebhook', { path: { webhookId: id } })
})
afterAll(async () => {
  await server.stop()
  await receiver.close()
  await rm(folder, { recursive: true })
})

const eventually = <Value>(hold: () => Value, timeout = 10_000) => vi.waitFor(hold, { timeout, interval: 20 })
const make = (more: Record<string, unknown> = {}, who = mara) =>
  who.ok<CreatedWebhook>('createWebhook', {
    body: {
      ...{ name: 'Ablage', url: `${receiver.origin}/hooks`, workshopId: null },
      ...{ kinds: ['workshop.archived', 'workshop.reopened'], ...more },
    },
  })
const archive = (archived = true, { id } = workshop) =>
  mara.ok('archiveWorkshop', { path: { workshopId: id }, body: { archived } })
const deliveries = async (who = mara): Promise<DeliveryView[]> =>
  (await who.ok<WebhooksView>('webhooks')).webhooks.flatMap(({ deliveries }) => deliveries)
const settled = () =>
  eventually(async () => {
    const all = await deliveries()
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({ state }) => state === 'waiting')).toEqual([])
    return all
  })

describe('a webhook', () => {
  it('is told what happened by ids alone, signed, once', async () => {
    const { id, secret } = await make()
    await archive()
    const [delivery] = (await settled()) as [DeliveryView]
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, status: 204, nextAt: null })
    expect(receiver.received).toHaveLength(1)
    const [message] = receiver.received as [(typeof receiver.received)[0]]
    expect(message.headers['webhook-id']).toBe(delivery.id)
    expect(signaturesBy(secret, message)).toEqual([true])
    const body = messageBody.strict().parse(JSON.parse(message.body)) satisfies MessageBody
    expect(body).toEqual({
      type: 'workshop.archived',
      timestamp: new Date(delivery.at).toISOString(),
      data: { workshopId: workshop.id, path: `/api/workshops/${workshop.id}` },
    })
    expect(message.body).not.toContain('Vertraulicher')
    expect((await mara.ok<WebhooksView>('webhooks')).hosts).toEqual(['rat.example.org', receiver.origin])
    // Neither in a database nor in a log
    const files = (await readdir(folder)).filter((name) => name.startsWith('werkraum.sqlite'))
    for (const name of files) expect((await readFile(join(folder, name))).includes(secret)).toBe(false)
    expect(log.join('\n')).toContain(id)
    for (const word of [secret, receiver.origin, 'Vertraulicher']) expect(log.join('\n')).not.toContain(word)
  })

  it('gets a message again under the same id until it takes it', async () => {
    receiver.answerWith(500)
    await make()
    await archive()
    await eventually(() => expect(receiver.received.length).toBeGreaterThan(0))
    receiver.answerWith(200)
    const [delivery] = (await settled()) as [DeliveryView]
    expect(delivery.attempts).toBeGreaterThan(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  })

  it('is not followed elsewhere', async () => {
    receiver.answerWith(302, { location: '/woanders' })
    await make()
    await archive()
    await eventually(async () => expect((await deliveries())[0]?.outcome).toBe('redirected'))
    expect(receiver.received.map(({ path }) => path)).not.toContain('/woanders')
  })

  it('is tried by its owner, whatever it is told of', async () => {
    const { id: webhookId, secret } = await make()
    const path = { webhookId }
    const probe = await mara.ok<DeliveryView>('probeWebhook', { path })
    expect(probe).toMatchObject({ kind: 'probe', state: 'delivered', status: 204 })
    receiver.answerWith(410)
    expect(await mara.ok('probeWebhook', { path })).toMatchObject({ state: 'givenUp', status: 410 })
    const probes = receiver.received.filter(({ body }) => body.includes('probe'))
    expect(probes.map((message) => signaturesBy(secret, message))).toEqual([[true], [true]])
    expect(await deliveries()).toHaveLength(2)
  })

  it('is tried one at a time by each account', async () => {
    const [one, other] = [await make(), await make({ name: 'Archiv' })]
    let answer = () => {}
    receiver.answer = (response) => (answer = () => response.writeHead(204).end())
    const first = mara.ok<DeliveryView>('probeWebhook', { path: { webhookId: one.id } })
    await eventually(() => expect(receiver.received).toHaveLength(1))
    expect(await mara.code('probeWebhook', { path: { webhookId: other.id } })).toBe('rate_limited')
    answer()
    expect(await first).toMatchObject({ state: 'delivered' })
    receiver.answerWith(204)
    expect(await mara.ok('probeWebhook', { path: { webhookId: other.id } })).toMatchObject({ status: 204 })
  })

  it('signs with its former secret as well for a day after a new one was made', async () => {
    const { id: webhookId, secret } = await make()
    const renewed = await mara.ok<CreatedWebhook>('renewWebhookSecret', { path: { webhookId } })
    expect(renewed.secret).not.toBe(secret)
    await mara.ok('probeWebhook', { path: { webhookId } })
    const message = receiver.received.find(({ body }) => body.includes('probe'))!
    expect(signaturesBy(renewed.secret, message)).toEqual([true, false])
    expect(signaturesBy(secret, message)).toEqual([false, true])
  })

  it('hears nothing of what happens while it is paused', async () => {
    const { id: webhookId } = await make()
    const pause = (paused: boolean) => mara.ok('changeWebhook', { path: { webhookId }, body: { paused } })
    await pause(true)
    await archive()
    await pause(false)
    await archive(false)
    expect((await settled()).map(({ kind }) => kind)).toEqual(['workshop.reopened'])
  })

  it('for one workshop hears of that one, and of its end when it is gone', async () => {
    const other = await mara.found('Andere', ['Gruppe B'])
    await make({ workshopId: workshop.id, kinds: ['workshop.archived', 'workshop.deleted'] })
    await archive(true, other)
    await mara.ok('deleteWorkshop', { path: { workshopId: workshop.id }, body: { title: workshop.title } })
    expect((await settled()).map(({ kind, workshopId }) => [kind, workshopId])).toEqual([
      ['workshop.deleted', workshop.id],
    ])
  })

  it('hears no more of a workshop that its owner was removed from', async () => {
    const jan = new Browser(server.app)
    const { token } = await mara.invite(workshop.id, 'manager')
    const { memberId } = await jan.accept({ token }, { name: 'Jan' })
    const account = { name: 'Jan', email: 'jan@example.org', password: 'noch eine lange Losung' }
    await jan.ok('addAccount', { body: account })
    receiver.answerWith(500)
    await make({ kinds: ['workshop.archived'] }, jan)
    await archive()
    await eventually(async () => expect((await deliveries(jan))[0]?.attempts).toBeGreaterThan(0))
    await archive(false)
    await mara.ok('removeMember', { path: { workshopId: workshop.id, memberId } })
    await eventually(async () =>
      expect((await deliveries(jan))[0]).toMatchObject({ state: 'givenUp', outcome: 'rights' }),
    )
    expect(await deliveries(mara)).toEqual([])
  })

  it('is made by people with an account, for hosts that are allowed, and known to nobody else', async () => {
    const { id: webhookId } = await make()
    const url = (address: string) => make({ url: address })
    for (const address of ['https://example.org/', 'http://rat.example.org/', 'https://a:b@rat.example.org/'])
      await expect(url(address)).rejects.toThrow('webhook_host_refused')
    await expect(url('ftp://rat.example.org/')).rejects.toThrow('request_invalid')
    await expect(make({ workshopId: webhookId })).rejects.toThrow('not_found')
    await expect(make({ kinds: ['card.written'] })).rejects.toThrow('request_invalid')
    const guest = new Browser(server.app)
    expect(await guest.code('webhooks')).toBe('login_required')
    const { token } = await mara.invite(workshop.id, 'manager')
    await guest.accept({ token })
    expect(await guest.code('webhooks')).toBe('forbidden')
    const ina = { name: 'Ina', email: 'ina@example.org', password: 'noch eine lange Losung' }
    await guest.ok('addAccount', { body: ina })
    expect(await guest.code('probeWebhook', { path: { webhookId } })).toBe('not_found')
    await guest.ok('removeWebhook', { path: { webhookId } })
    expect((await mara.ok<WebhooksView>('webhooks')).webhooks).toHaveLength(1)
    const many = Array.from({ length: 21 }, () => mara.call('createWebhook', { body: { ...mine } }))
    expect((await Promise.all(many)).map(({ status }) => status)).toContain(409)
  })
  const mine = { name: 'Viele', url: 'https://rat.example.org/', kinds: ['vote.counted'], workshopId: null }
})

it('a message that a kill interrupted is delivered at the next start, under the same id', async () => {
  const data = await mkdtemp(join(tmpdir(), 'werkraum-webhooks-'))
  const { entry, execArgv } = program('tests/support/webhook-server-child.ts')
  // One beginning for both: time goes on where the first one was
  const began = String(Date.now())
  const started: ChildProcess[] = []
  const start = () => started[started.push(fork(entry, [data, receiver.origin, began], { execArgv })) - 1]!
  const end = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  try {
    receiver.answer = null
    const first = start()
    await eventually(() => expect(receiver.received).toHaveLength(1), 60_000)
    await end(first)
    receiver.answerWith(204)
    start()
    await eventually(() => expect(receiver.received.length).toBeGreaterThan(1), 60_000)
    const [message, again] = receiver.received
    expect(again!.headers['webhook-id']).toBe(message!.headers['webhook-id'])
    expect(again!.body).toBe(message!.body)
  } finally {
    for (const child of started) await end(child)
    await rm(data, { recursive: true })
  }
}, 120_000)
