import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '#tests/support/module-graph.ts'
import { program } from '#tests/support/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-command-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A command as an operator runs it, in a process of its own. */
function command(name: string, ...args: string[]) {
  const { entry, execArgv } = program(`server/${name}-command.ts`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...execArgv, entry, ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, WERKRAUM_DATA: folder },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('help helps, and makes no folder of that name', () => {
  for (const asked of [command('backup', 'backup', '--help'), command('reset-password', '-h')]) {
    expect(asked.status).toBe(0)
    expect(asked.said).toContain('npm run')
  }
  expect(readdirSync(folder)).toEqual([])
})

test('words that nobody knows are refused', () => {
  const { status, said } = command('backup', 'backup', '--target', '/somewhere')
  expect(status).toBe(2)
  expect(said).toContain('“--target”')
})

test('a backup does not go into the folder that it is to replace', () => {
  const link = `${folder}-link`
  symlinkSync(folder, link)
  for (const target of [folder, join(folder, 'backups', 'today'), join(link, 'backups', 'today')]) {
    const { status, said } = command('backup', 'backup', target)
    expect(status).toBe(1)
    expect(said).toContain('inside the data folder')
  }
  rmSync(link)
  expect(readdirSync(folder)).toEqual([])
})
