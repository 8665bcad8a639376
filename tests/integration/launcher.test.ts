import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { projectRoot } from '#tests/support/module-graph.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-launcher-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const scriptUrl = (name: string) => new URL(`../../scripts/${name}`, import.meta.url).href

/** Launches a script of these lines as `npm start` launches the server. */
function launch(lines: string, options: readonly string[] = [], args: readonly string[] = []) {
  const inner = join(folder, 'inner.mjs')
  writeFileSync(inner, lines)
  const outer = join(folder, 'outer.mjs')
  const call = `launch(${JSON.stringify(inner)}, ${JSON.stringify(args)}, ${JSON.stringify(options)})`
  writeFileSync(outer, `import { launch } from ${JSON.stringify(scriptUrl('launch.mjs'))}\n${call}\n`)
  const child = spawn(process.execPath, [outer], { env: { PATH: process.env.PATH } })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const exit = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  return { child, exit, output: () => output }
}

/** Says its process id, runs until it is asked to stop, and then ends with a code of its own. */
const obedient = `
  setInterval(() => {}, 1000)
  process.on('SIGTERM', () => { console.log('asked'); process.exit(7) })
  console.log('ready', process.pid)`
async function ready({ output }: { output: () => string }): Promise<number> {
  await vi.waitFor(() => expect(output()).toMatch(/ready \d/), { timeout: 10_000 })
  return Number(/ready (\d+)/.exec(output())![1])
}

describe('the launcher', () => {
  test('starts with the options that this Node knows, and names the others', async () => {
    const { exit, output } = launch('console.log(process.execArgv.join(" "), typeof gc)', [
      '--expose-gc',
      '--no-such-option=3',
      '--max-semi-space-size=32',
    ])
    expect(await exit).toEqual([0, null])
    expect(output()).toContain('--expose-gc --max-semi-space-size=32 function')
    expect(output()).toContain('does not know --no-such-option=3')
  })

  test('hands arguments in and the exit code out', async () => {
    const { exit, output } = launch(
      'console.log(process.argv.slice(2)); process.exit(3)',
      [],
      ['--eins', 'zwei'],
    )
    expect(await exit).toEqual([3, null])
    expect(output()).toContain("[ '--eins', 'zwei' ]")
  })

  test('passes on that it is asked to stop, and waits for the end', async () => {
    const launched = launch(obedient)
    await ready(launched)
    launched.child.kill('SIGTERM')
    expect(await launched.exit).toEqual([7, null])
    expect(launched.output()).toContain('asked')
  })

  test.skipIf(process.platform === 'win32')('ends by the signal that ended the script', async () => {
    const launched = launch(obedient)
    process.kill(await ready(launched), 'SIGKILL')
    expect(await launched.exit).toEqual([null, 'SIGKILL'])
  })

  test('leaves nothing running when it is killed itself', async () => {
    const launched = launch(obedient)
    const pid = await ready(launched)
    launched.child.kill('SIGKILL')
    await vi.waitFor(() => expect(launched.output()).toContain('asked'), { timeout: 10_000 })
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 })
  })

  test('knows with this Node all options that npm start asks for', async () => {
    const { default: options } = await import('../../scripts/node-options.json', { with: { type: 'json' } })
    const { exit, output } = launch('', options)
    expect(await exit).toEqual([0, null])
    expect(output()).toBe('')
  })
})

describe('what is compiled on installing', () => {
  test('is made by and for the running Node, whatever npm is configured with', () => {
    const prefix = join(folder, 'other-node')
    mkdirSync(join(prefix, 'include', 'node'), { recursive: true })
    writeFileSync(join(prefix, 'include', 'node', 'node.h'), '')
    const given = { Path: '/usr/bin', npm_config_nodedir: '/usr' }
    const lines = `
      import { installEnvironment } from ${JSON.stringify(scriptUrl('installation.mjs'))}
      const env = installEnvironment(${JSON.stringify(given)}, ${JSON.stringify(join(prefix, 'bin', 'node'))})
      console.log(JSON.stringify(env))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', lines], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
    expect(JSON.parse(stdout)).toEqual({
      Path: [join(prefix, 'bin'), '/usr/bin'].join(delimiter),
      npm_config_nodedir: prefix,
    })
  })
})
