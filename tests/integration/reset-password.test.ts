import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { projectRoot } from '#tests/support/module-graph.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-'))
})
afterEach(() => rm(folder, { recursive: true }))

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** The command as an operator runs it, in a process of its own. */
async function command(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, WERKRAUM_DATA: folder, WERKRAUM_PUBLIC_URL: 'https://werkraum.example.org' }
  const tsx = join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const run = promisify(execFile)
  return run(process.execPath, [tsx, 'server/reset-password-command.ts', ...args], {
    cwd: projectRoot,
    env,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Outcome) => error,
  )
}

it('prints a link that a running server takes once, however the address was typed', async () => {
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('wrong options')
  const server = await compose(config.value, {
    logger: pino({ level: 'silent' }),
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
  })
  const { url, setUpUrl } = await server.start()
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const mara = { name: 'Mara', email: 'mara@example.org', password: 'eine lange Losung' }
  await post('/api/setup', { token: new URL(setUpUrl!).hash.slice(1), ...mara })

  const { code, stdout } = await command('Mara@example.org')
  expect(code).toBe(0)
  const link = new URL(/https:\S+/.exec(stdout)![0])
  expect([link.origin, link.pathname]).toEqual(['https://werkraum.example.org', '/passwort'])
  const reset = { token: link.hash.slice(1), next: 'ein ganz neuer Satz' }
  expect((await post('/api/password-reset', reset)).status).toBe(204)
  expect((await post('/api/password-reset', reset)).status).toBe(410)
  const logIn = { email: mara.email, password: reset.next }
  expect((await post('/api/login', logIn)).status).toBe(204)
  await server.stop()
}, 60_000)

it('says so where nobody has the address, and makes no database by asking', async () => {
  const { code, stderr } = await command('nobody@example.org')
  expect(code).toBe(1)
  expect(stderr).toContain('no account has this address')
  expect(await readdir(folder)).toEqual([])
}, 60_000)

it('says how it is used', async () => {
  const { code, stderr } = await command()
  expect(code).toBe(2)
  expect(stderr).toContain('npm run reset-password')
}, 60_000)
