import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, moderatorAccount, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let clientFolder: string
let moderator: Browser

beforeAll(async () => {
  clientFolder = mkdtempSync(join(tmpdir(), 'werkraum-client-'))
  mkdirSync(join(clientFolder, 'assets'))
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Werkraum</title>')
  writeFileSync(join(clientFolder, 'assets', 'main-abc.js'), 'plain')
  writeFileSync(join(clientFolder, 'assets', 'main-abc.js.br'), 'brotli')
  installation = await HttpInstallation.open({}, clientFolder)
  moderator = await installation.moderator()
})
afterAll(async () => {
  await installation.close()
  rmSync(clientFolder, { recursive: true })
})

const changing = (Object.keys(endpoints) as Endpoint[]).filter((name) => !endpoints[name].startsWith('GET'))
const foreignOrigins = [
  'https://evil.example',
  'http://werkraum.test.evil.example',
  'http://werkraum.test:8080',
  'null',
  'werkraum.test',
  'file://werkraum.test',
  '',
]

describe('S11: requests from other sites', () => {
  it.each(changing)('%s is refused from a foreign origin, from null and without one', async (endpoint) => {
    for (const origin of foreignOrigins) {
      expect([origin, await moderator.code(endpoint, { headers: { origin } })]).toEqual([
        origin,
        'origin_refused',
      ])
    }
    const [method, url] = endpoints[endpoint].split(' ') as ['POST', string]
    const without = await installation.app.inject({ method, url, headers: { host: 'werkraum.test' } })
    expect(without.statusCode).toBe(403)
  })

  it('a websocket is refused before the upgrade', async () => {
    for (const origin of [...foreignOrigins, undefined]) {
      const response = await installation.app.inject({
        url: '/sync/018f0000-0000-7000-8000-000000000000',
        headers: { host: 'werkraum.test', upgrade: 'websocket', ...(origin === undefined ? {} : { origin }) },
      })
      expect([origin, response.statusCode]).toEqual([origin, 403])
    }
  })

  it('reading needs no origin, so that links work', async () => {
    expect((await moderator.call('session', { headers: { origin: 'https://evil.example' } })).status).toBe(
      200,
    )
  })

  it('the public address counts as this site, also behind a proxy that changes the host', async () => {
    const behind = await HttpInstallation.open({ publicUrl: new URL('https://werkraum.example.org') })
    const headers = { origin: 'https://werkraum.example.org', host: '127.0.0.1:3000' }
    expect((await behind.browser().call('logOut', { headers })).status).toBe(204)
    await behind.close()
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'a body of type %s, which forms can send, is not taken',
    async (type) => {
      const body = JSON.stringify({ email: moderatorAccount.email, password: moderatorAccount.password })
      const answer = await installation.browser().call('logIn', { body, headers: { 'content-type': type } })
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'request_invalid' } } })
    },
  )
})

describe('errors', () => {
  const post = (payload: string) =>
    installation.app.inject({
      method: 'POST',
      url: '/api/login',
      headers: { host: 'werkraum.test', origin: 'http://werkraum.test', 'content-type': 'application/json' },
      payload,
    })

  it.each([
    ['broken JSON', '{"email":"geheim@'],
    ['a missing field', '{}'],
    ['a field of another type', '{"email":{"$ne":1},"password":[]}'],
    ['a poisoned prototype', '{"__proto__":{"isAdmin":true},"email":"a","password":"b"}'],
  ])('%s is a request that is not valid', async (_, payload) => {
    const response = await post(payload)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toEqual({ error: { code: 'request_invalid', values: {} } })
    expect(installation.log.join('')).not.toContain('geheim@')
  })

  it('a body beyond the limit is too large', async () => {
    expect((await post(`"${'x'.repeat(1024 * 1024)}"`)).json()).toMatchObject({
      error: { code: 'request_too_large' },
    })
  })

  it('an unknown address under /api is not found, in JSON', async () => {
    const response = await installation.app.inject({ url: '/api/nothing', headers: { accept: 'text/html' } })
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { error: { code: 'not_found', values: {} } },
    ])
  })

  it('a fault of the program answers internal, and its text stays in the log', async () => {
    const broken = await HttpInstallation.open()
    const people = broken.platform.people
    people.hasAccounts = () => Promise.reject(new Error('the cable is out'))
    const answer = await broken.browser().call('session')
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal', values: {} } } })
    expect(broken.log.join('')).toContain('the cable is out')
    people.hasAccounts = () => Promise.reject(new StorageError('full', 'no space'))
    expect(await broken.browser().code('session')).toBe('storage_unavailable')
    await broken.close()
  })
})

describe('what every answer says', () => {
  it('lets pages load from here only, and be framed nowhere', async () => {
    const { headers } = await installation.browser().call('session')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/script-src|https?:|unsafe-eval/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('is kept by nobody on the way, refusals included', async () => {
    for (const endpoint of ['session', 'workshops'] as const) {
      const { headers } = await installation.browser().call(endpoint)
      expect(headers['cache-control']).toBe('no-store')
    }
  })
})

describe('the client’s files', () => {
  const get = (url: string, headers = {}) => installation.app.inject({ url, headers })
  const page = { accept: 'text/html,*/*' }

  it('are compressed already, and kept for ever where their name holds their content', async () => {
    const response = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' })
    expect(response.body).toBe('brotli')
    expect(response.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await get('/assets/main-abc.js')).body).toBe('plain')
  })

  it('are told what concerns documents where they are one, because forty files repeat it on a slow line', async () => {
    const { headers } = await get('/assets/main-abc.js')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(Object.keys(headers)).not.toContain('content-security-policy')
    const page = await get('/', { accept: 'text/html' })
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  })

  it.each(['/', '/beitreten', '/werkstatt/1/gruppe/2?x=1'])(
    '%s shows the client’s page, always fresh',
    async (url) => {
      const response = await get(url, page)
      expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(response.body).toContain('Werkraum')
    },
  )

  it.each(['/assets/gone.js', '/sync', '/health/none', '/api?x'])(
    '%s is not found instead of the page',
    async (url) => {
      expect((await get(url, page)).statusCode).toBe(404)
    },
  )

  it.each(['/../package.json', '/..%2f..%2fetc/passwd', '/assets/..%5c..%5cpackage.json', '/%00'])(
    'S17: %s reaches nothing outside the folder',
    async (url) => {
      const response = await get(url)
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('health', () => {
  it('is live and ready', async () => {
    expect((await installation.app.inject('/health/live')).json()).toEqual({ status: 'live' })
    expect((await installation.app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
  })

  it('is not ready while nothing can be stored, but live', async () => {
    const full = await HttpInstallation.open()
    full.platform.people.ping = () => Promise.reject(new Error('disk full'))
    expect((await full.app.inject('/health/ready')).statusCode).toBe(503)
    expect((await full.app.inject('/health/live')).statusCode).toBe(200)
    await full.close()
  })

  it('S32: writes once a second, however many strangers ask', async (context) => {
    const watched = await HttpInstallation.open()
    let writes = 0
    watched.platform.people.ping = async () => void writes++
    const ask = () => Promise.all(Array.from({ length: 200 }, () => watched.app.inject('/health/ready')))
    expect((await ask()).every(({ statusCode }) => statusCode === 200)).toBe(true)
    await ask()
    expect(writes).toBe(1)
    watched.clock.pass(1_000)
    await ask()
    expect(writes).toBe(2)
    await watched.close()
    tellFigure(context, '600 health checks in two seconds: 2 writes')
  })
})
