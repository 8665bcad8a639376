// npm run test:nodes: unit, contract and integration tests on every supported Node, each in a copy of its own with
// packages installed by that Node. The first time takes some minutes for each.
//   npm run test:nodes            all of them
//   npm run test:nodes -- 24 26   only these
//   npm run test:nodes -- 26 unit   other words as for npm test
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root, run } from './installation.mjs'

const supported = ['20.19', '22', '24', '26']
const layers = ['unit', 'contract', 'integration']
const words = process.argv.slice(2)
const chosen = supported.filter((version) => words.includes(version))
const selection = words.filter((word) => !supported.includes(word))
/** Not below the project: what looks for the project's files, from linters to tests, must not find copies of them. */
const shelf = join(tmpdir(), `werkraum-nodes-${userInfo().username}`)

const say = (sentence) => process.stdout.write(`${sentence}\n`)
const verdicts = []
for (const version of chosen.length > 0 ? chosen : supported) {
  say(`\n── Node ${version} ──`)
  const startedAt = performance.now()
  const verdict = await testOn(version).then(
    () => 'passed',
    (problem) => `FAILED (${problem.message})`,
  )
  verdicts.push(
    `Node ${version.padEnd(6)} ${verdict}, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
  )
}
say(`\n${verdicts.join('\n')}`)
process.exitCode = verdicts.some((verdict) => verdict.includes('FAILED')) ? 1 : 0

async function testOn(version) {
  const node = await nodeOf(version)
  const copy = join(shelf, version, 'copy')
  copyProject(copy)
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) }
  await run(node, ['scripts/test.mjs', ...(selection.length > 0 ? selection : layers)], { cwd: copy, env })
}

/** npm's package `node` brings a Node as a package of its own for this system. */
async function nodeOf(version) {
  const folder = join(shelf, version, 'runtime')
  mkdirSync(folder, { recursive: true })
  const packages = join(folder, 'node_modules', 'node', 'node_modules')
  if (!existsSync(packages)) {
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
    await run('npm', [...args, `node@${version}`], { shell: process.platform === 'win32' })
  }
  const ofThisSystem = readdirSync(packages).find((name) => /^node-(?!bin-setup)/.test(name))
  return join(packages, ofThisSystem, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** What git knows and what it would take; the copy's own packages and builds stay. */
function copyProject(copy) {
  mkdirSync(copy, { recursive: true })
  for (const name of readdirSync(copy)) {
    if (name !== 'node_modules') rmSync(join(copy, name), { recursive: true })
  }
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  for (const file of stdout.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(copy, file))
  }
}
