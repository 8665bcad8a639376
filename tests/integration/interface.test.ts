import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { paths } from '#client/app/paths.ts'
import { newId, type GroupId, type WebhookId } from '#shared/base/ids.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import type { AddedCards, CreatedKey, CreateKeyRequest, KeyView } from '#shared/protocol/keys.ts'
import { WebhookSignatures } from '#server/auth/webhook-signatures.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { machineInterface } from '#server/http/machine-interface.ts'
import { Browser, moderatorAccount } from '#tests/support/http-installation.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

let folder: string
let server: Composition
let url: string
let mara: Browser
let workshop: WorkshopView
const log: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-interface-'))
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  })
  url = (await server.start()).url
  mara = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  await mara.ok('setUp', { body: { token, ...moderatorAccount } })
  workshop = await mara.found('Werkstatt', ['Gruppe A', 'Gruppe B'])
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const everything = { name: 'Sitzungsdienst', scopes: ['read', 'workshops', 'people', 'cards'] } as const
const keyFor = (more: Partial<CreateKeyRequest> = {}, who = mara) =>
  who.ok<CreatedKey>('createKey', { body: { ...everything, workshopId: null, ...more } })

/** A program: no cookie, no origin, a key. */
async function ask(
  secret: string,
  endpoint: Endpoint,
  more: { path?: object; query?: object; body?: unknown } = {},
) {
  const [method, pattern] = endpoints[endpoint].split(' ') as ['GET', string]
  const path = { workshopId: workshop.id, groupId: workshop.groups[1]!.id, ...more.path }
  const response = await server.app.inject({
    ...{
      method,
      url: pattern.replace(/:(\w+)/g, (_, name: string) => String(path[name as keyof typeof path])),
    },
    ...{ query: (more.query ?? {}) as Record<string, string>, payload: more.body as object },
    headers: { host: 'werkraum.test', authorization: `Bearer ${secret}` },
  })
  const isJson = response.headers['content-type']?.toString().startsWith('application/json')
  const body: unknown = isJson ? response.json() : response.body
  return { status: response.statusCode, body, type: String(response.headers['content-type']) }
}

const codeOf = ({ body }: { body: unknown }) => (body as { error?: { code: string } }).error?.code ?? 'ok'
const note = (text: string) => ({ kind: 'note', fields: { text } })
const markdown = { query: { format: 'markdown' } }

describe('a key', () => {
  it('is shown once, and lies nowhere but as a hash', async () => {
    const { key, secret } = await keyFor({ validDays: 7 })
    expect(secret).toMatch(/^werkraum_[\w-]{43}$/)
    expect((key.expiresAt - key.createdAt) / 86_400_000).toBe(7)
    expect((await mara.ok<KeyView[]>('keys'))[0]).toEqual(key)
    await ask(secret, 'workshops')
    const files = ['werkraum.sqlite', 'werkraum.sqlite-wal']
    for (const file of files) expect((await readFile(join(folder, file))).includes(secret)).toBe(false)
    expect(log.join('\n')).not.toContain(secret)
  })

  it('counts until it is revoked, and then no more', async () => {
    const { key, secret } = await keyFor()
    expect(codeOf(await ask(secret, 'workshop'))).toBe('ok')
    await mara.ok('revokeKey', { path: { keyId: key.id } })
    expect(codeOf(await ask(secret, 'workshop'))).toBe('key_invalid')
    expect(codeOf(await ask('werkraum_geraten', 'workshop'))).toBe('key_invalid')
  })

  it('does what its scopes say and nothing else', async () => {
    const { secret } = await keyFor({ scopes: ['read'] })
    expect(codeOf(await ask(secret, 'members'))).toBe('ok')
    expect(codeOf(await ask(secret, 'addCards', { body: { cards: [note('Nein')] } }))).toBe('key_not_allowed')
    expect(codeOf(await ask(secret, 'createWorkshop', { body: {} }))).toBe('key_not_allowed')
  })

  it('reaches nothing that the list does not have: no account, no key, no document', async () => {
    const { secret } = await keyFor()
    const others = (Object.keys(endpoints) as Endpoint[]).filter((one) => !(one in machineInterface))
    for (const endpoint of others)
      expect([endpoint, codeOf(await ask(secret, endpoint))]).toEqual([endpoint, 'key_not_allowed'])
    const headers = { authorization: `Bearer ${secret}`, host: 'werkraum.test' }
    const socket = { method: 'GET', url: `/sync/${workshop.groups[1]!.id}`, headers } as const
    expect(codeOf({ body: (await server.app.inject(socket)).json() })).toBe('key_not_allowed')
  })

  it('for one workshop reaches that one and lists no other', async () => {
    const other = await mara.found('Eine andere', ['Gruppe C'])
    const { secret } = await keyFor({ workshopId: workshop.id })
    expect(codeOf(await ask(secret, 'workshop'))).toBe('ok')
    expect(codeOf(await ask(secret, 'workshop', { path: { workshopId: other.id } }))).toBe('key_not_allowed')
    expect(codeOf(await ask(secret, 'workshops'))).toBe('key_not_allowed')
  })

  it('counts beside a cookie that may more, and without an origin', async () => {
    const { secret } = await keyFor({ scopes: ['read'] })
    const headers = { authorization: `Bearer ${secret}` }
    const body = { title: 'Neu', groupNames: ['Eine'] }
    expect(await mara.code('createWorkshop', { body, headers })).toBe('key_not_allowed')
    const basic = { authorization: 'Basic d2VyOmltbWVy' }
    expect((await mara.call('workshops', { headers: basic })).status).toBe(200)
  })

  it('is made by people with an account, for their own workshops, and by no more than so many', async () => {
    const guest = new Browser(server.app)
    const { token } = await mara.invite(workshop.id, 'manager')
    await guest.accept({ token })
    const body = { ...everything, workshopId: null }
    expect(await guest.code('createKey', { body })).toBe('forbidden')
    expect(await new Browser(server.app).code('keys')).toBe('login_required')
    const foreign = { ...body, workshopId: '01890a5d-ac96-774b-bcce-b302099a8057' }
    expect(await mara.code('createKey', { body: foreign })).toBe('not_found')
    const many = Array.from({ length: 25 }, () => mara.call('createKey', { body }))
    expect((await Promise.all(many)).map(codeOf)).toContain('keys_full')
  })

  it('ends with the password that it was made under', async () => {
    const before = await mara.ok<KeyView[]>('keys')
    expect(before.length).toBeGreaterThan(0)
    const { password } = moderatorAccount
    await mara.ok('changePassword', { body: { current: password, next: 'noch eine lange Losung' } })
    expect(await mara.ok<KeyView[]>('keys')).toEqual([])
  })
})

describe('what a program does', () => {
  it('shows in the room and in the results, in the name of its owner', async () => {
    const { secret } = await keyFor()
    const cards = [note('Das Formular hat neun Seiten.'), note('Der Nachweis kommt per Post.')]
    const added = await ask(secret, 'addCards', { body: { cards } })
    expect(added.status).toBe(201)
    expect((added.body as AddedCards).artefactIds).toHaveLength(2)
    const results = String((await ask(secret, 'exportWorkshop', markdown)).body)
    for (const { fields } of cards) expect(results).toContain(fields.text)
  })

  it('gets no word that is withheld, though its owner could take the complete backup along', async () => {
    const held = await mara.found('Vertraulich', ['Gruppe E'])
    const [, { id: groupId }] = held.groups as [unknown, { id: GroupId }]
    await server.platform.rooms.create(groupId, Y.encodeStateAsUpdate(sampleGroup()))
    const { secret } = await keyFor()
    const call = { path: { workshopId: held.id }, query: { format: 'json' } }
    const words = JSON.stringify(unreleased).slice(1, -1)
    const whole = (await mara.call('exportWorkshop', call)).bytes.toString()
    const outside = JSON.stringify((await ask(secret, 'exportWorkshop', call)).body)
    expect(whole).toContain(words)
    expect(outside).toContain('Vertraulich')
    expect(outside).not.toContain(unreleased.slice(0, 24))
  })

  it.each([
    ['a field that the kind does not have', { kind: 'note', fields: { nirgends: 'x' } }],
    ['a field that every object has', { kind: 'note', fields: { constructor: 'x' } }],
    ['a kind that nobody writes', { kind: 'interview', fields: {} }],
    ['a choice that is none', { kind: 'note', fields: { colour: 'durchsichtig' } }],
  ])('is refused with %s', async (_, card) => {
    const { secret } = await keyFor()
    expect(codeOf(await ask(secret, 'addCards', { body: { cards: [card] } }))).toBe('request_invalid')
  })

  it('is refused where its owner may not: in a workshop that is gone', async () => {
    const { secret } = await keyFor()
    const left = await mara.found('Verlassen', ['Gruppe D'])
    const path = { workshopId: left.id }
    expect(codeOf(await ask(secret, 'workshop', { path }))).toBe('ok')
    await mara.ok('deleteWorkshop', { path, body: { title: 'Verlassen' } })
    expect(codeOf(await ask(secret, 'workshop', { path }))).toBe('not_found')
  })
})

describe('the description', () => {
  it('is OpenAPI 3.1 for anybody, and names each address of the list with its scope', async () => {
    const { status, body } = await new Browser(server.app).call('interfaceDescription')
    expect(status).toBe(200)
    const { openapi, paths } = body as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string; description: string }>>
    }
    expect(openapi).toBe('3.1.0')
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    const open = ['fileSchema']
    const described = operations.flatMap(({ operationId, description }) =>
      open.includes(operationId) ? [] : [[operationId, description]],
    )
    const listed = Object.entries(machineInterface).map(([name, { scope }]) => [name, `Scope: ${scope}`])
    expect(described.sort()).toEqual(listed.sort())
  })

  it('says of bodies what the server takes: each required field that is missing is refused', async () => {
    const { secret } = await keyFor()
    const { body } = await new Browser(server.app).call('interfaceDescription')
    const { paths } = body as {
      paths: Record<
        string,
        Record<
          string,
          {
            operationId: Endpoint
            requestBody?: { content: Record<string, { schema: { required: string[] } }> }
          }
        >
      >
    }
    const writing = Object.values(paths)
      .flatMap((path) => Object.values(path))
      .filter(({ requestBody }) => requestBody)
    expect(writing.length).toBeGreaterThan(3)
    for (const { operationId, requestBody } of writing) {
      const { required } = requestBody!.content['application/json']!.schema
      expect(required.length).toBeGreaterThan(0)
      for (const missing of required) {
        const whole: Record<string, unknown> = { ...bodies[operationId] }
        delete whole[missing]
        expect([operationId, missing, codeOf(await ask(secret, operationId, { body: whole }))]).toEqual([
          operationId,
          missing,
          'request_invalid',
        ])
      }
    }
  })

  it('says of answers what the server answers', async () => {
    const { secret } = await keyFor()
    const { body } = await new Browser(server.app).call('interfaceDescription')
    const { paths } = body as { paths: Record<string, Record<string, Described>> }
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    for (const [name, { status }] of Object.entries(machineInterface)) {
      const asked = await ask(secret, name as Endpoint, {
        body: bodies[name],
        ...(name === 'exportWorkshop' && markdown),
      })
      expect([name, asked.status]).toEqual([name, status])
      const { content } = operations.find(({ operationId }) => operationId === name)!.responses[status]!
      const [mediaType] = asked.type.split(';')
      expect(Object.keys(content)).toContain(mediaType)
      const { schema } = content[mediaType!]!
      if (schema)
        for (const read of [schema, knowingAll(schema)])
          expect([name, z.fromJSONSchema(read).safeParse(asked.body).error]).toEqual([name, undefined])
    }
  })
})

describe('the schema of a file', () => {
  const fetched = (name: string) => new Browser(server.app).call('fileSchema', { path: { name } })

  it('is served to anybody as it is published, and nothing else is', async () => {
    for (const name of ['workshop-v1.json', 'method-v1.json']) {
      const { status, headers, bytes } = await fetched(name)
      expect([status, headers['content-type']]).toEqual([200, 'application/schema+json; charset=utf-8'])
      expect(bytes.toString()).toBe(await readFile(join('docs/schema', name), 'utf8'))
    }
    for (const name of ['workshop-v2.json', '__proto__', '..%2Fopenapi'])
      expect((await fetched(name)).status).toBe(404)
  })

  it('is what the file of a workshop holds to', async () => {
    const { secret } = await keyFor()
    const { body } = await ask(secret, 'exportWorkshop', { query: { format: 'json' } })
    const { bytes } = await fetched('workshop-v1.json')
    const schema = z.fromJSONSchema(JSON.parse(bytes.toString()) as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse(body).error).toBeUndefined()
    expect(schema.safeParse({ ...(body as object), schemaVersion: 2 }).success).toBe(false)
  })
})

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]

interface Described {
  operationId: string
  responses: Record<number, { content: Record<string, { schema?: JsonSchema }> }>
}

/** Programs take more than is described; what is answered is all described. */
const knowingAll = (schema: JsonSchema) =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"additionalProperties":{}', '"additionalProperties":false'),
  ) as JsonSchema

const bodies: Record<string, Record<string, unknown>> = {
  createWorkshop: { title: 'Neu', groupNames: ['Eine'] },
  addGroup: { name: 'Gruppe Neu' },
  addMembers: {
    people: [{ name: 'Imke', organisation: '', organisationKind: 'other', role: 'observer', groupId: null }],
  },
  addCards: { cards: [note('Von außen')] },
}

it('the examples of docs/interface.md run as they stand there', async () => {
  const { secret } = await keyFor()
  const page = await readFile('docs/interface.md', 'utf8')
  const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, source]) => source!)
  expect(examples).toHaveLength(4)
  // A receiver has no end; it is below
  const receiving = examples.pop()!
  const env = { ...process.env, WERKRAUM_URL: url, WERKRAUM_KEY: secret }
  const said: string[] = []
  for (const source of examples) {
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], { env })
    said.push((await run).stdout)
  }
  const link = `${url}${paths.back}#[\\w-]+`
  expect(said[0]).toMatch(new RegExp(`^Ada Adler: ${link}\nBo Berg: ${link}\n$`))
  expect(said[1]).toBe('2 Karten liegen in „Antrag“.\n')
  expect(said[2]).toContain('Der Nachweis kommt per Post.')
  const known = await mara.ok<WorkshopSummary[]>('workshops')
  expect(known.map(({ title }) => title)).toContain('Wohngeld')

  const signatures = new WebhookSignatures(() => Buffer.alloc(32, 7))
  const webhook = { id: newId<WebhookId>(), secretRound: 1, secretSince: 0 }
  const more = { WERKRAUM_SECRET: signatures.secretOf(webhook), PORT: String(await freePort()) }
  const receiver = spawn(process.execPath, ['--input-type=module', '--eval', receiving], {
    env: { ...env, ...more },
  })
  const ended = once(receiver, 'exit')
  try {
    const heard: string[] = []
    receiver.stdout.on('data', (words: Buffer) => heard.push(words.toString()))
    await vi.waitFor(() => expect(heard.join('')).toBe('ready\n'), { timeout: 20_000 })
    const body = JSON.stringify({ type: 'minutes.released', timestamp: '', data: { workshopId: 'w' } })
    const post = async (changed: string, at = Date.now()) => {
      const headers = signatures.headersFor(webhook, 'eins', body, at)
      return (await fetch(`http://127.0.0.1:${more.PORT}`, { method: 'POST', headers, body: changed })).status
    }
    expect([await post(body), await post(body), await post(`${body} `)]).toEqual([204, 204, 401])
    expect(await post(body, Date.now() - 600_000)).toBe(401)
    expect(heard.join('')).toBe('ready\nminutes.released w\n')
  } finally {
    receiver.kill()
    await ended
  }
}, 60_000)

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
