import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { program } from '#tests/support/program.ts'

let folder: string
let running: ChildProcess[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-two-'))
  running = []
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** Both databases with their logs, as hashes of their bytes. */
async function databases(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /\.sqlite(-wal)?$/.test(name)).sort()
  const hashes: Record<string, string> = {}
  for (const name of names) {
    hashes[name] = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
  }
  return hashes
}

/** A server on the one folder; answers when it has printed its address, or has ended. */
async function launch() {
  const { entry, execArgv } = program('server/main.ts')
  const child = spawn(process.execPath, [...execArgv, entry], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', WERKRAUM_DATA: folder },
  })
  running.push(child)
  let output = ''
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const listening = new Promise<'listening'>((resolve) => {
    const take = (chunk: Buffer) => {
      output += String(chunk)
      if (/http:\/\/localhost:\d+/.test(output)) resolve('listening')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
  })
  const state = await Promise.race([listening, exited.then(([code]) => code)])
  return { child, exited, state, output: () => output }
}

describe('R20 two servers on one data folder', () => {
  it(
    'R20 the second refuses to start with a sentence; the first goes on, and after a crash the folder is free',
    {
      timeout: 60_000,
    },
    async () => {
      const first = await launch()
      expect(first.state).toBe('listening')
      const address = /http:\/\/localhost:\d+/.exec(first.output())![0]
      const isReady = async () => (await fetch(`${address}/health/ready`)).ok
      // Writes, and so comes before what is compared
      expect(await isReady()).toBe(true)
      const before = await databases()

      const second = await launch()
      expect(second.state).toBe(1)
      expect(second.output()).toContain(`${folder} wird schon von einem laufenden Werkraum benutzt`)
      expect(second.output()).toContain('WERKRAUM_DATA')
      expect(second.output()).not.toMatch(/^ +at /m)
      expect(await databases()).toEqual(before)
      expect(await isReady()).toBe(true)

      first.child.kill('SIGKILL')
      await first.exited
      expect((await launch()).state).toBe('listening')
    },
  )
})
