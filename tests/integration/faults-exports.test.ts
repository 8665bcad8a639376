import { randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import { openEngine } from '#server/engine.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { settle } from '#server/workshop/settling.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'
import { tinyPng } from '#tests/support/images.ts'

const MB = 1024 * 1024
const images = 40
const imageBytes = 2 * MB

let installation: HttpInstallation
let port: number
let moderator: Browser
let manager: Browser
let full: WorkshopView
let other: WorkshopView

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  port = Number(new URL((await installation.listenOnFreePort()).url).port)
  moderator = await installation.moderator()
  full = await moderator.found('Voll')
  other = await moderator.found('Andere')
  manager = installation.browser()
  await manager.accept({ token: (await moderator.invite(full.id, 'manager')).token })
  for (let n = 0; n < images; n++) {
    const image = {
      id: newId<never>(),
      groupId: full.groups[1]!.id,
      mediaType: 'image/png',
      sizeBytes: tinyPng.length + imageBytes,
      createdAt: n,
      createdBy: full.me.id,
    } as const
    await installation.platform.assets.add(image, [tinyPng, randomBytes(imageBytes)])
  }
}, 60_000)
afterAll(() => installation.close())

const exported = (browser: Browser, workshop: WorkshopView) =>
  browser.call('exportWorkshop', { path: { workshopId: workshop.id }, query: { format: 'json' } })

it(
  'S35: 26 exports at once by one person hold up nobody, and another workshop gets its own',
  { timeout: 120_000 },
  async (context) => {
    const memoryBefore = process.memoryUsage().rss
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const greedy = Array.from({ length: 26 }, () => exported(manager, full))
    const elsewhere = await exported(moderator, other)
    const longestWaitMs = delay.max / 1e6
    delay.disable()
    const memory = (process.memoryUsage().rss - memoryBefore) / MB
    const statuses = (await Promise.all(greedy)).map(({ status }) => status)
    expect(elsewhere.status).toBe(200)
    expect(statuses.filter((status) => status === 200)).toHaveLength(2)
    expect(statuses.filter((status) => status === 429)).toHaveLength(24)
    expect(longestWaitMs).toBeLessThan(2_000)
    tellFigure(
      context,
      `${(images * imageBytes) / MB} MB of images: rooms waited ${longestWaitMs.toFixed(0)} ms at most, ` +
        `memory + ${memory.toFixed(0)} MB with both ends in one process, another workshop was served third`,
    )
  },
)

it('S35: whoever takes what they asked for too late gets nothing of it', { timeout: 60_000 }, async () => {
  const lead = installation.browser()
  await lead.accept({ token: (await moderator.invite(other.id, 'moderator')).token })
  const { id: memberId } = (await lead.workshop(other.id)).me
  const path = { workshopId: other.id, memberId }
  const asLead = exported(lead, other)
  await moderator.ok('editMember', { path, body: { role: 'manager' } })
  expect(await asLead).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } })
  const asManager = exported(lead, other)
  await moderator.ok('removeMember', { path })
  expect(await asManager).toMatchObject({ status: 403, body: { error: { code: 'membership_ended' } } })
  await expect.poll(() => readdir(join(installation.folder, 'spool'))).toEqual([])
})

it(
  'S35: files that nobody reads are two of one person, for as long as they wait',
  { timeout: 120_000 },
  async (context) => {
    const unread = [0, 1].map(() => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined)
      const lines = [`GET /api/workshops/${full.id}/export?format=json HTTP/1.1`, `host: x:${port}`]
      socket.write([...lines, `cookie: ${moderator.cookie}`, '', ''].join('\r\n'))
      return socket
    })
    const spool = () => readdir(join(installation.folder, 'spool'))
    await expect.poll(async () => (await spool()).length, { timeout: 90_000 }).toBe(2)
    await expect.poll(() => unread.every(({ bytesRead }) => bytesRead > 0), { timeout: 30_000 }).toBe(true)
    for (let n = 0; n < 5; n++) expect((await exported(moderator, full)).status).toBe(429)
    expect(await spool()).toHaveLength(2)
    for (const socket of unread) socket.destroy()
    await expect.poll(spool).toEqual([])
    expect((await exported(moderator, other)).status).toBe(200)
    tellFigure(
      context,
      'downloads that nobody reads: 2 files on the disk, every further one refused (were any number)',
    )
  },
)

it('S35: a backup holds all images and leaves nothing behind on the disk', async () => {
  const answer = await exported(moderator, full)
  const file = answer.body as WorkshopFile
  expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
  expect(file.groups[1]!.assets).toHaveLength(images)
  const spool = () => readdir(join(installation.folder, 'spool'))
  await expect.poll(spool).toEqual([])

  const imported = await moderator.call('importWorkshop', {
    body: answer.bytes,
    headers: { 'content-type': 'application/json' },
  })
  expect(imported.status, JSON.stringify(imported.body)).toBe(201)
  const { id } = imported.body as { id: string }
  const again = await moderator.workshop(id)
  const use = await installation.platform.assets.use(again.groups[1]!.id)
  expect(use).toEqual({ count: images, bytes: images * tinyPng.length })
  await expect.poll(spool).toEqual([])
})

it('S35: an import gives the space of its logs back', { timeout: 120_000 }, async (context) => {
  const sizes = async () =>
    (await Promise.all(logs.map((log) => stat(join(installation.folder, log))))).map(({ size }) => size)
  const { bytes } = await exported(moderator, full)
  const before = process.memoryUsage().rss
  await moderator.call('importWorkshop', { body: bytes, headers: { 'content-type': 'application/json' } })
  // As the server does once a minute: a process that reads may have been in the way
  await expect
    .poll(async () => {
      await settle(installation.platform, silentLogger)
      return sizes()
    })
    .toEqual([0, 0])
  const more = (process.memoryUsage().rss - before) / MB
  const text =
    `${(bytes.length / MB).toFixed(0)} MB imported: 0 bytes of logs left (were 140 MB for 20 minutes), ` +
    `memory ${more.toFixed(0)} MB more right after with both ends in one process`
  tellFigure(context, text)
})

const logs = ['werkraum.sqlite-wal', 'rooms.sqlite-wal']

it('S42 whoever has the last byte of a file asks for the next thing on the same line', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (path: string) => {
    const asked = get({ port, path, agent, headers: { cookie: moderator.cookie! } })
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    for await (const _ of answer);
    return answer.statusCode
  }
  const file = `/api/workshops/${other.id}/export?content=lists&format=csv`
  expect([await ask(file), await ask('/api/session')]).toEqual([200, 200])
  agent.destroy()
})
