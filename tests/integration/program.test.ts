import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { program } from '#tests/support/program.ts'

/** The program in a process of its own. */
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-'))
})
afterEach(() => rm(folder, { recursive: true }))

function launch(env: Record<string, string> = {}, args: string[] = []) {
  const { entry, execArgv } = program('server/main.ts')
  const child = spawn(process.execPath, [...execArgv, entry, ...args], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      WERKRAUM_DATA: join(folder, 'data'),
      ...env,
    },
  })
  let output = ''
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const printed = new Promise<void>((resolve) => {
    const take = (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('set-up-link.txt')) resolve()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
  })
  return { child, printed, exit, output: () => output }
}

describe('the program', () => {
  it('prints its address, keeps the set-up link out of what is printed, and stops with code 0 when asked to', async () => {
    const { child, printed, exit, output } = launch()
    await printed
    const url = /http:\/\/localhost:\d+/.exec(output())![0]
    const link = await readFile(join(folder, 'data', 'set-up-link.txt'), 'utf8')
    expect(link).toMatch(/^http:\/\/localhost:\d+\/einrichten#[\w-]{43}\n$/)
    expect(output()).not.toContain('einrichten#')
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(await readdir(join(folder, 'data'))).toContain('werkraum.sqlite')
  })

  it('does not start with a wrong value, and touches nothing', async () => {
    const { exit, output } = launch({ PORT: 'viele' })
    expect(await exit).toEqual([2, null])
    expect(output()).toContain('PORT="viele"')
    expect(output()).toContain('65535')
    expect(await readdir(folder)).toEqual([])
  })

  it('explains its options and ends', async () => {
    const { exit, output } = launch({}, ['--help'])
    expect(await exit).toEqual([0, null])
    expect(output()).toContain('WERKRAUM_DATA')
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['werkraum.sqlite', 'rooms.sqlite'])('says in a sentence that %s is damaged', async (name) => {
    const first = launch()
    await first.printed
    first.child.kill('SIGTERM')
    await first.exit
    const file = join(folder, 'data', name)
    const bytes = await readFile(file)
    await writeFile(file, bytes.fill(7, 0, 512))
    const { exit, output } = launch()
    expect(await exit).toEqual([1, null])
    expect(output()).toContain(`${file} ist beschädigt`)
    expect(output()).toContain('npm run restore')
    expect(output()).not.toMatch(/undefined|^ +at /m)
  })

  it.each(['--port', '--Port=80', 'start'])(
    'refuses %s, which it does not know, and says what is',
    async (word) => {
      const { exit, output } = launch({}, [word])
      expect(await exit).toEqual([2, null])
      expect(output()).toContain(`“${word}”`)
      expect(output()).toContain('PORT=8080')
      expect(await readdir(folder)).toEqual([])
    },
  )

  it('says in a sentence that it cannot have an address or a folder', async () => {
    const elsewhere = launch({ HOST: '203.0.113.7' })
    expect(await elsewhere.exit).toEqual([1, null])
    expect(elsewhere.output()).toContain('HOST')
    await writeFile(join(folder, 'file'), '')
    const nowhere = launch({ WERKRAUM_DATA: join(folder, 'file', 'data') })
    expect(await nowhere.exit).toEqual([1, null])
    expect(nowhere.output()).toContain(join(folder, 'file', 'data'))
    for (const { output } of [elsewhere, nowhere]) expect(output()).not.toMatch(/undefined|^ +at /m)
  })

  it('says in a sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { exit, output } = launch({ PORT: String((other.address() as AddressInfo).port) })
    expect(await exit).toEqual([1, null])
    expect(output()).toContain('PORT')
    expect(output()).not.toContain('at ')
    other.close()
  })
})
