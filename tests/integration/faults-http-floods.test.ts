import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { UploadedAsset, VersionView, WorkshopView } from '#shared/protocol/api.ts'
import { endpoints } from '#shared/protocol/endpoints.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { tinyPng } from '#tests/support/images.ts'

let installation: HttpInstallation
let port: number
let moderator: Browser
let participant: Browser
let workshop: WorkshopView
let groupId: string
const sockets: Socket[] = []

beforeEach(async () => {
  installation = await HttpInstallation.open()
  port = Number(new URL((await installation.listenOnFreePort()).url).port)
  moderator = await installation.moderator()
  workshop = await moderator.found()
  groupId = workshop.groups[1]!.id
  participant = installation.browser()
  await participant.accept({ token: (await moderator.invite(workshop.id, 'participant', groupId)).token })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await installation.close()
})

/** A connection of somebody's browser, and all that came back on it; read only while the test says so. */
class Line {
  answered = ''
  isClosed = false
  readonly socket: Socket

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('close', () => (this.isClosed = true)).on('error', () => undefined)
  }

  static async open(isRead = true): Promise<Line> {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await once(socket, 'connect')
    const line = new Line(socket)
    if (isRead) line.read()
    return line
  }

  read(): void {
    this.socket.on('data', (bytes) => (this.answered += bytes.toString('latin1')))
  }

  ask(request: string, browser: Browser | null, headers: Record<string, string | number> = {}): void {
    const all = {
      host: `x:${port}`,
      origin: `http://x:${port}`,
      ...(browser ? { cookie: browser.cookie! } : {}),
      ...headers,
    }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
    this.socket.write(`${request} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  }

  get status(): number | null {
    return Number(this.answered.split(' ')[1]) || null
  }
}

const uploadPath = () => `POST /api/workshops/${workshop.id}/groups/${groupId}/assets`

describe('S42 uploads that never end', () => {
  it(
    'S42 are read a few at a time, and keep nobody else from uploading',
    { timeout: 60_000 },
    async (context) => {
      const bytes = limits.maxImageBytes
      const almostAll = Buffer.alloc(bytes - 1)
      const lines = await Promise.all(Array.from({ length: 40 }, () => Line.open()))
      for (const line of lines) {
        line.ask(uploadPath(), participant, { 'content-type': 'image/png', 'content-length': bytes })
        line.socket.write(almostAll)
      }
      const taken = () => lines.filter(({ socket }) => socket.writableLength === 0)
      await expect.poll(() => taken().length, { timeout: 20_000 }).toBe(3)
      const path = { workshopId: workshop.id, groupId }
      const own = moderator.call('uploadAsset', {
        path,
        body: tinyPng,
        headers: { 'content-type': 'image/png' },
      })
      expect((await own).status).toBe(201)
      expect(taken()).toHaveLength(3)
      // Whoever hangs up lets the next one go on
      for (const { socket } of taken()) socket.destroy()
      await expect.poll(() => taken().filter(({ isClosed }) => !isClosed).length, { timeout: 20_000 }).toBe(3)
      tellFigure(
        context,
        '40 uploads of 10 MB that stop before their last byte: 3 are held in memory (were 40)',
      )
    },
  )

  it('S42 nothing is read of what there is no space for', async () => {
    installation.platform.assets.use = async () => ({ bytes: limits.maxImageBytesPerGroup - 1_000, count: 1 })
    const line = await Line.open()
    line.ask(uploadPath(), participant, { 'content-type': 'image/png', 'content-length': 1_001 })
    await expect.poll(() => line.status).toBe(409)
    expect(line.answered).toContain('images_full')
  })
})

describe('S42 answers that nobody reads', () => {
  it('S42 are made one at a time for one person', { timeout: 60_000 }, async () => {
    const doc = new Y.Doc()
    // More than two ends of a line can hold
    doc.getText('x').insert(0, 'x'.repeat(20 * 1024 * 1024))
    await installation.rooms.create(groupId as GroupId, Y.encodeStateAsUpdate(doc))
    const path = { workshopId: workshop.id, groupId }
    const { id } = await moderator.ok<VersionView>('createVersion', { path, body: { name: 'x' } })
    const states = vi.spyOn(installation.rooms, 'versionState')
    const url = `GET /api/workshops/${workshop.id}/groups/${groupId}/versions/${id}/state`
    const lines = await Promise.all(Array.from({ length: 5 }, () => Line.open(false)))
    for (const line of lines) line.ask(url, moderator)
    await expect.poll(() => states.mock.calls.length).toBe(1)
    const begun = () => lines.filter(({ socket }) => socket.bytesRead > 0)
    lines.forEach((line) => line.read())
    await expect.poll(() => states.mock.calls.length, { timeout: 20_000 }).toBe(5)
    expect(begun().length).toBeGreaterThan(0)
  })
})

describe('S42 many requests in one packet', () => {
  it('S42 are one request, after which the line is cut', async (context) => {
    const line = await Line.open()
    const letIn = vi.spyOn(installation.platform.people, 'session')
    const one = `GET /api/session HTTP/1.1\r\nhost: x:${port}\r\ncookie: ${participant.cookie}\r\n\r\n`
    line.socket.write(one.repeat(500))
    await expect.poll(() => line.isClosed).toBe(true)
    expect(letIn.mock.calls.length).toBeLessThanOrEqual(2)
    tellFigure(context, '500 requests in one packet: 1 looked at, 1 waits, the line cut')
  })

  it('S42 on as many lines are begun a few at a time, and rooms have their turn in between', async (context) => {
    let turn = 0
    let isOver = false
    const count = () => {
      turn++
      if (!isOver) setImmediate(count)
    }
    setImmediate(count)
    const turns: number[] = []
    const session = installation.platform.people.session.bind(installation.platform.people)
    vi.spyOn(installation.platform.people, 'session').mockImplementation((...asked) => {
      turns.push(turn)
      return session(...asked)
    })
    await Promise.all(Array.from({ length: 200 }, () => participant.session()))
    isOver = true
    const begun = [...new Set(turns)].map((one) => turns.filter((other) => other === one).length)
    expect(turns).toHaveLength(200)
    expect(Math.max(...begun)).toBeLessThanOrEqual(8)
    tellFigure(
      context,
      `200 requests in the same moment: ${Math.max(...begun)} in one turn of the thread (were 200)`,
    )
  })

  it('S42 one after the other on the same line, all are answered', async () => {
    const line = await Line.open()
    for (let n = 1; n <= 5; n++) {
      line.ask('GET /api/session', participant)
      await expect.poll(() => line.answered.split('HTTP/1.1 200').length - 1).toBe(n)
    }
  })
})

describe('S42 big forms', () => {
  const taking = Object.entries(endpoints).filter(([, address]) => /^(POST|PATCH|PUT|DELETE) /.test(address))

  it.each(taking)('S42 of strangers are refused unread (%s)', async (_, address) => {
    const line = await Line.open()
    const path = address.replace(':workshopId', workshop.id).replace(/:(\w+)/g, () => newId())
    line.ask(path, null, { 'content-type': 'application/json', 'content-length': limits.maxRequestBytes + 1 })
    // Before a single byte of it has come
    await expect.poll(() => line.status).toBeGreaterThanOrEqual(400)
    expect(line.status).toBeLessThan(500)
  })

  it.each(['addMeeting', 'changeMeeting', 'addMembers', 'changeMinutes'] as const)(
    'S42 of those who may not send them are refused unread (%s)',
    async (endpoint) => {
      const line = await Line.open()
      const path = endpoints[endpoint].replace(':workshopId', workshop.id).replace(':meetingId', newId())
      line.ask(path, participant, { 'content-type': 'application/json', 'content-length': 200_000 })
      await expect.poll(() => line.status).toBe(403)
    },
  )
})

describe('S42 whoever asks', () => {
  /** For their own share, or before anybody is known the share of an address. */
  it('S42 is billed, whichever endpoint it is', async () => {
    const stranger = installation.browser()
    const steps = vi.spyOn(installation.platform.doorstep, 'enter')
    const path = { workshopId: workshop.id, groupId, memberId: newId(), inviteId: newId() }
    const ids = { ...path, versionId: newId(), meetingId: newId(), assetId: newId(), organisationId: newId() }
    for (const endpoint of Object.keys(endpoints) as (keyof typeof endpoints)[]) {
      const before = steps.mock.calls.length
      const query = endpoint === 'exportWorkshop' ? { format: 'json' } : undefined
      const { status } = await stranger.call(endpoint, { path: ids, query })
      // Of what has not even the right shape nothing is looked up
      if (status === 400) continue
      expect(steps.mock.calls.length, endpoint).toBeGreaterThan(before)
    }
  })

  it('S42 pays as an account where no workshop is meant', async () => {
    const { account } = await moderator.session()
    const { letIns } = installation.rooms
    for (const ask of [
      () => moderator.session(),
      () => moderator.ok('workshops'),
      () => moderator.ok('operation'),
      () => moderator.found('Noch eine', ['A']),
    ]) {
      letIns.length = 0
      await ask()
      expect(letIns).toContain(account!.id)
    }
  })
})

it('S42 a right that ends while an image is on its way counts', async () => {
  const line = await Line.open()
  line.ask(uploadPath(), participant, { 'content-type': 'image/png', 'content-length': tinyPng.length })
  line.socket.write(tinyPng.subarray(0, 10))
  await new Promise(setImmediate)
  const { id: memberId } = (await participant.workshop(workshop.id)).me
  await moderator.ok('removeMember', { path: { workshopId: workshop.id, memberId } })
  line.socket.write(tinyPng.subarray(10))
  await expect.poll(() => line.status).toBe(403)
  expect(await installation.platform.assets.use(groupId as GroupId)).toMatchObject({ count: 0 })
})

it('S42 copies into a group stop at its space', async () => {
  const path = { workshopId: workshop.id, groupId }
  const headers = { 'content-type': 'image/png' }
  const { id: assetId } = (await participant.call('uploadAsset', { path, body: tinyPng, headers }))
    .body as UploadedAsset
  installation.platform.assets.use = async () => ({ bytes: 0, count: limits.maxImagesPerGroup })
  const body = { ...path, assetId }
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => participant.code('copyAsset', { path, body })),
  )
  expect(new Set(codes)).toEqual(new Set(['images_full']))
})
