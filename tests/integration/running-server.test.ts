import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import type { OperationView } from '#shared/protocol/operation.ts'
import { messageTypes, type Ack } from '#shared/protocol/wire.ts'
import { compose, type Composition, type Started } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { tellFigure } from '#tests/support/figures.ts'

/** The program with real rooms, real files and a real port. */
let folder: string
let server: Composition
let started: Started
let cookie = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-'))
  await run()
  const token = new URL(started.setUpUrl!).hash.slice(1)
  const account = { name: 'Mara', email: 'mara@example.org', password: 'vier Wörter sind genug' }
  const response = await ask('POST', '/api/setup', { token, ...account })
  cookie = response.headers.get('set-cookie')!.split(';')[0]!
})
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

async function run(): Promise<void> {
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('wrong options')
  server = await compose(config.value, {
    logger: pino({ level: 'silent' }),
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
  })
  started = await server.start()
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const headers: Record<string, string> = { origin: started.url, cookie }
  if (!body) return fetch(started.url + path, { method, headers })
  headers['content-type'] = 'application/json'
  return fetch(started.url + path, { method, headers, body: JSON.stringify(body) })
}

async function found(): Promise<WorkshopView> {
  const made = await ask('POST', '/api/workshops', { title: 'Probe', groupNames: ['A'] })
  const { id } = (await made.json()) as WorkshopSummary
  return (await (await ask('GET', `/api/workshops/${id}`)).json()) as WorkshopView
}

function socketTo(groupId: string, headers: Record<string, string>): WebSocket {
  return new WebSocket(`${started.url.replace('http', 'ws')}/sync/${groupId}`, { headers })
}

/** Puts one card into a room by a socket of its own, and resolves when the server has acknowledged it as durable. */
async function work(groupId: string): Promise<WebSocket> {
  const { socket, ack } = await offer(groupId)
  expect(ack?.type).toBe('durable')
  return socket
}

/** Why a card is not taken in a room. */
async function refusedIn(groupId: string): Promise<string | null> {
  const { socket, ack } = await offer(groupId)
  socket.terminate()
  return ack?.type === 'durable' || !ack ? null : ack.code
}

async function offer(groupId: string) {
  const doc = new Y.Doc()
  createArtefact(rootsOf(doc).artefacts, {
    kind: 'note',
    phase: 'problem',
    createdAt: 1,
    authorship: { as: 'anonymous' },
  })
  const socket = socketTo(`${groupId}?client=${doc.clientID}`, { origin: started.url, cookie })
  await once(socket, 'message')
  const acknowledged = new Promise<Ack | null>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data)
      if (decoding.readVarUint(decoder) === messageTypes.ack) resolve(readAck(decoder))
    })
  })
  socket.send(syncFrame('update', Y.encodeStateAsUpdate(doc)))
  return { socket, ack: await acknowledged }
}

/** What becomes of a connection: the status it was refused with, or the code it was closed with. */
async function fateOf(socket: WebSocket): Promise<string> {
  return Promise.race([
    once(socket, 'unexpected-response').then(
      ([, response]) => `status ${(response as { statusCode: number }).statusCode}`,
    ),
    once(socket, 'close').then(([code]) => `closed ${String(code)}`),
    once(socket, 'message').then(() => 'open'),
  ]).finally(() => socket.terminate())
}

describe('the archive', () => {
  const put = (path: string, archived: boolean) => ask('PUT', `/api/workshops/${path}/archive`, { archived })
  const code = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code

  it('makes a workshop read only for everybody, sends those inside away, and gives it back as it was', async () => {
    const { id, groups } = await found()
    const groupId = groups[1]!.id
    const invite = await ask('POST', `/api/workshops/${id}/invites`, { role: 'participant', groupId: null })
    const { token } = (await invite.json()) as { token: string }
    const invitation = { invitation: { token } }
    const socket = await work(groupId)
    const closed = once(socket, 'close')
    expect((await put(id, true)).status).toBe(204)
    expect((await closed)[0]).toBe(4411)

    const room = `/api/workshops/${id}/groups/${groupId}`
    expect(await code(await ask('PATCH', room, { name: 'Anders' }))).toBe('archived')
    expect(await code(await ask('POST', `${room}/versions`, { name: 'Stand' }))).toBe('archived')
    expect(await code(await ask('POST', '/api/invites/inspect', invitation))).toBe('archived')
    expect((await ask('GET', `/api/workshops/${id}/export?format=csv`)).status).toBe(200)
    const refused = await refusedIn(groupId)
    expect(refused).toBe('write_not_allowed')
    const list = (await (await ask('GET', '/api/workshops')).json()) as WorkshopSummary[]
    expect(list[0]!.archivedAt).toBeGreaterThan(0)

    expect((await put(id, false)).status).toBe(204)
    expect((await ask('POST', '/api/invites/inspect', invitation)).status).toBe(200)
    ;(await work(groupId)).close()
  })

  it('takes a single group, but neither the plenum nor the last one in use', async () => {
    const { id, groups } = await found()
    const [plenum, first] = groups.map((group) => group.id)
    expect(await code(await put(`${id}/groups/${plenum}`, true))).toBe('last_group')
    expect(await code(await put(`${id}/groups/${first}`, true))).toBe('last_group')
    const added = await ask('POST', `/api/workshops/${id}/groups`, { name: 'B' })
    const second = ((await added.json()) as { id: string }).id
    expect((await put(`${id}/groups/${first}`, true)).status).toBe(204)
    expect(await code(await put(`${id}/groups/${second}`, true))).toBe('last_group')
    expect(await refusedIn(first!)).toBe('write_not_allowed')
    ;(await work(second)).close()
    expect((await put(`${id}/groups/${first}`, false)).status).toBe(204)
    ;(await work(first!)).close()
  })
})

describe('a room’s socket', () => {
  it('leaves no connection behind when it is refused', async () => {
    const refused = socketTo('018f0000-0000-7000-8000-000000000000', { origin: 'https://evil.example' })
    const [, response] = (await once(refused, 'unexpected-response')) as [unknown, IncomingMessage]
    await once(response.socket.resume(), 'close')
    expect(response.statusCode).toBe(403)
  })

  it('opens for a member from this origin, and for nobody else', async () => {
    const { groups } = await found()
    const groupId = groups[1]!.id
    const origin = started.url
    expect(await fateOf(socketTo(groupId, { origin, cookie }))).toBe('open')
    expect(await fateOf(socketTo(groupId, { origin }))).toBe('closed 4401')
    expect(await fateOf(socketTo(groupId, { origin: 'https://evil.example', cookie }))).toBe('status 403')
    expect(await fateOf(socketTo(groupId, { origin: 'null', cookie }))).toBe('status 403')
    expect(await fateOf(socketTo(groupId, { cookie }))).toBe('status 403')
    expect(await fateOf(socketTo('018f0000-0000-7000-8000-000000000000', { origin, cookie }))).toBe(
      'status 404',
    )
    expect(await fateOf(socketTo('nothing', { origin, cookie }))).toBe('status 404')
  })

  it('closes within a second when the membership ends', async () => {
    const workshop = await found()
    const groupId = workshop.groups[1]!.id
    const invite = await ask('POST', `/api/workshops/${workshop.id}/invites`, {
      role: 'participant',
      groupId,
    })
    const { token } = (await invite.json()) as { token: string }
    const moderator = cookie
    cookie = ''
    const joined = await ask('POST', '/api/invites/accept', {
      invitation: { token },
      name: 'Toni',
      organisation: '',
      organisationKind: 'other',
    })
    const guest = joined.headers.get('set-cookie')!.split(';')[0]!
    const { memberId } = (await joined.json()) as { memberId: string }
    const socket = socketTo(groupId, { origin: started.url, cookie: guest })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    cookie = moderator
    const removedAt = performance.now()
    expect((await ask('DELETE', `/api/workshops/${workshop.id}/members/${memberId}`)).status).toBe(204)
    expect((await closed)[0]).toBe(4410)
    expect(performance.now() - removedAt).toBeLessThan(1000)
  })
})

describe('deleting a workshop', () => {
  it('S41: leads out everybody who is in it, within a second', async () => {
    const workshop = await found()
    const socket = await work(workshop.groups[1]!.id)
    const closed = once(socket, 'close')
    const deletedAt = performance.now()
    expect((await ask('DELETE', `/api/workshops/${workshop.id}`, { title: workshop.title })).status).toBe(204)
    expect((await closed)[0]).toBe(4410)
    expect(performance.now() - deletedAt).toBeLessThan(1000)
    expect((await ask('GET', `/api/workshops/${workshop.id}`)).status).toBe(404)
  })
})

describe('deleting a group', () => {
  it('S41: leads out who is in it, within a second, and nobody comes in by what was open', async () => {
    const workshop = await found()
    const [group] = workshop.groups.filter(({ kind }) => kind === 'project')
    await ask('POST', `/api/workshops/${workshop.id}/groups`, { name: 'Bleibt' })
    const socket = await work(group!.id)
    const closed = once(socket, 'close')
    // On its way in while the group goes
    const late = socketTo(group!.id, { origin: started.url, cookie }).on('error', () => undefined)
    const lateEnds = new Promise((resolve) => late.once('close', resolve))
    const deletedAt = performance.now()
    const path = `/api/workshops/${workshop.id}/groups/${group!.id}`
    expect((await ask('DELETE', path, { name: group!.name })).status).toBe(204)
    expect((await closed)[0]).toBe(4410)
    await lateEnds
    expect(performance.now() - deletedAt).toBeLessThan(1000)
    expect(await fateOf(socketTo(group!.id, { origin: started.url, cookie }))).toBe('status 404')
  })
})

describe('a renewed return link', () => {
  it('S30: closes within a second what the earlier one opened, and lets one’s own browser be', async (context) => {
    const workshop = await found()
    const groupId = workshop.groups[1]!.id
    const body = { role: 'participant', groupId }
    const invited = await ask('POST', `/api/workshops/${workshop.id}/invites`, body)
    const { token } = (await invited.json()) as { token: string }
    const moderator = cookie
    cookie = ''
    const newcomer = { invitation: { token }, name: 'Toni', organisation: '', organisationKind: 'other' }
    const joined = await ask('POST', '/api/invites/accept', newcomer)
    const { returnToken } = (await joined.json()) as { returnToken: string }
    const own = joined.headers.get('set-cookie')!.split(';')[0]!
    const returned = await ask('POST', '/api/return', { token: returnToken })
    const thief = returned.headers.get('set-cookie')!.split(';')[0]!
    const sockets = [own, thief].map((each) => socketTo(groupId, { origin: started.url, cookie: each }))
    await Promise.all(sockets.map((socket) => once(socket, 'message')))
    const closed = once(sockets[1]!, 'close')
    cookie = own
    const renewedAt = performance.now()
    expect((await ask('POST', `/api/workshops/${workshop.id}/me/return-link`)).status).toBe(200)
    expect((await closed)[0]).toBe(4401)
    const closedMs = performance.now() - renewedAt
    expect(closedMs).toBeLessThan(1000)
    expect(sockets[0]!.readyState).toBe(WebSocket.OPEN)
    sockets[0]!.terminate()
    cookie = moderator
    tellFigure(context, `the other device’s socket closed after ${closedMs.toFixed(0)} ms`)
  })
})

describe('somebody whom a moderator raises', () => {
  it('S30: writes over no socket that was open before, until they show again who they are', async () => {
    const workshop = await found()
    const groupId = workshop.groups[1]!.id
    const invited = await ask('POST', `/api/workshops/${workshop.id}/invites`, { role: 'observer', groupId })
    const { token } = (await invited.json()) as { token: string }
    const moderator = cookie
    cookie = ''
    const newcomer = { invitation: { token }, name: 'Toni', organisation: '', organisationKind: 'other' }
    const joined = await ask('POST', '/api/invites/accept', newcomer)
    const { memberId, returnToken } = (await joined.json()) as { memberId: string; returnToken: string }
    const before = joined.headers.get('set-cookie')!.split(';')[0]!
    const socket = socketTo(groupId, { origin: started.url, cookie: before })
    await once(socket, 'message')

    cookie = moderator
    const raised = await ask('PATCH', `/api/workshops/${workshop.id}/members/${memberId}`, {
      role: 'participant',
    })
    expect(raised.status).toBe(200)
    const doc = new Y.Doc()
    const note = { kind: 'note', phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const
    createArtefact(rootsOf(doc).artefacts, note)
    const answered = new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(data)
        if (decoding.readVarUint(decoder) === messageTypes.ack) resolve(readAck(decoder))
      })
      socket.on('close', resolve)
    })
    socket.send(syncFrame('update', Y.encodeStateAsUpdate(doc)))
    expect(await answered).toMatchObject({ type: 'refused', code: 'write_not_allowed' })
    socket.terminate()

    cookie = before
    const returned = await ask('POST', '/api/return', { token: returnToken })
    cookie = returned.headers.get('set-cookie')!.split(';')[0]!
    const after = await work(groupId)
    expect(after.readyState).toBe(WebSocket.OPEN)
    after.terminate()
    cookie = moderator
  })
})

describe('logging out', () => {
  it('closes what is open in that browser within a second, and nobody else’s', async () => {
    const { groups } = await found()
    const here = await work(groups[1]!.id)
    cookie = ''
    const login = await ask('POST', '/api/login', {
      email: 'mara@example.org',
      password: 'vier Wörter sind genug',
    })
    cookie = login.headers.get('set-cookie')!.split(';')[0]!
    const elsewhere = await work(groups[1]!.id)

    const closed = once(elsewhere, 'close')
    const leftAt = performance.now()
    expect((await ask('POST', '/api/logout')).status).toBe(204)
    expect((await closed)[0]).toBe(4401)
    expect(performance.now() - leftAt).toBeLessThan(1000)
    expect(here.readyState).toBe(WebSocket.OPEN)
    here.terminate()
  })

  it('in all other browsers by a new password closes what is open there, and nothing here', async () => {
    const { groups } = await found()
    const here = await work(groups[1]!.id)
    const mine = cookie
    const [current, next] = ['vier Wörter sind genug', 'fünf andere Wörter sind besser']
    cookie = ''
    const login = await ask('POST', '/api/login', { email: 'mara@example.org', password: current })
    cookie = login.headers.get('set-cookie')!.split(';')[0]!
    const elsewhere = await work(groups[1]!.id)

    cookie = mine
    const closed = once(elsewhere, 'close')
    expect((await ask('POST', '/api/account/password', { current, next })).status).toBe(204)
    expect((await closed)[0]).toBe(4401)
    expect(here.readyState).toBe(WebSocket.OPEN)
    here.terminate()
  })
})

describe('the operator’s figures', () => {
  const look = async () => (await (await ask('GET', '/api/operation')).json()) as OperationView
  const count = ({ counts }: { counts: readonly number[] }) => counts.reduce((sum, each) => sum + each, 0)

  it('move when somebody works', async () => {
    const { groups } = await found()
    const before = await look()
    const socket = await work(groups[1]!.id)
    const after = await look()
    socket.terminate()
    expect(before).toMatchObject({ people: 0, connections: 0 })
    expect(after).toMatchObject({ people: 1, connections: 1, rooms: 1, ready: true })
    expect(after.framesIn).toBeGreaterThan(before.framesIn)
    expect(after.bytesOut).toBeGreaterThan(before.bytesOut)
    expect(count(after.ackMs)).toBeGreaterThan(count(before.ackMs))
    expect(count(after.commitMs)).toBeGreaterThan(count(before.commitMs))
  })
})

describe('stopping', () => {
  it('sends people away to come back, and ends with sockets open', async () => {
    const { groups } = await found()
    const socket = socketTo(groups[0]!.id, { origin: started.url, cookie })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    await Promise.all([server.stop(), server.stop()])
    expect((await closed)[0]).toBe(1012)
    await expect(ask('GET', '/health/live')).rejects.toThrow()
  })

  it('keeps people, workshops and logins for the next start', async () => {
    const { id } = await found()
    await server.stop()
    await run()
    expect(started.setUpUrl).toBeNull()
    expect((await ask('GET', `/api/workshops/${id}`)).status).toBe(200)
  })
})
