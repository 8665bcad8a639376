// npm run test:long: the long forms of the fault tests, about two hours. Ends by itself; every figure is printed, and
// kept in docs/faults.md file by file, so that one that fails takes nothing from the others.
//   npm run test:long                 all of them
//   npm run test:long -- crash soak   only files whose name contains a word
// WERKRAUM_SOAK_MINUTES (60), WERKRAUM_FUZZ_SEEDS (1000) and WERKRAUM_LONG_MINUTES (240, then all is given up) change it.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { keepFigures, ofPlaywright, ofVitest } from './fault-figures.mjs'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'

/** Where tests in browsers are marked so. */
const inBrowsers = readdirSync(join(root, 'tests', 'e2e'))
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => `tests/e2e/${name}`)
  .filter((file) => / @long['`]/.test(readFileSync(join(root, file), 'utf8')))

const files = [
  'tests/convergence/',
  'tests/integration/crash.test.ts',
  'tests/integration/faults-frozen-server.test.ts',
  'tests/integration/faults-full-disk.test.ts',
  'tests/integration/faults-cut-log.test.ts',
  'tests/integration/faults-network.test.ts',
  'tests/integration/faults-restart.test.ts',
  'tests/integration/faults-churn.test.ts',
  'tests/integration/room-admission.test.ts',
  'tests/unit/server/rooms/update-scan.test.ts',
  'tests/integration/silent-hall.test.ts',
  'tests/integration/voting-hall.test.ts',
  'tests/integration/whole-meeting.test.ts',
  ...inBrowsers,
  'tests/integration/faults-soak.test.ts',
]
const words = process.argv.slice(2)
const wanted = words.length > 0 ? files.filter((file) => words.some((word) => file.includes(word))) : files
const minutes = Number(process.env.WERKRAUM_LONG_MINUTES ?? 240)

const say = (sentence) => process.stdout.write(`${sentence}\n`)

requireNode()
await ensureInstalled(say)
if (wanted.length === 0) {
  say(`No long test is called ${words.join(' or ')}.`)
  process.exit(1)
}

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const reports = mkdtempSync(join(tmpdir(), 'werkraum-long-'))
let child = null
let isGivenUp = false
const giveUp = setTimeout(() => {
  isGivenUp = true
  say(`\nGiven up after ${minutes} minutes.`)
  child?.kill('SIGTERM')
}, minutes * 60_000)

// One after the other: they measure, and would measure each other
for (const [at, file] of wanted.entries()) {
  if (isGivenUp) break
  const report = join(reports, `${at}.json`)
  if ((await play(file, report)) !== 0) process.exitCode = 1
  if (!existsSync(report)) continue
  const told = JSON.parse(readFileSync(report, 'utf8'))
  keepFigures('long', isInBrowsers(file) ? ofPlaywright(told) : ofVitest(told))
}
if (isGivenUp) process.exitCode = 1
clearTimeout(giveUp)
rmSync(reports, { recursive: true, force: true })

/** Whether a file is played in browsers, against what was built. */
function isInBrowsers(file) {
  return file.startsWith('tests/e2e/')
}

/** Runs one test file in its long form; answers how that ended. */
async function play(file, report) {
  const env = { ...process.env, WERKRAUM_LONG_TESTS: '1', FIGURES: '1' }
  if (!isInBrowsers(file)) {
    const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    return ended([vitest, 'run', ...options, file], env)
  }
  await ensureBuilt(say)
  env.WERKRAUM_CHROMIUM = await ensureBrowser(say)
  // While it was built, nothing was there that could be ended
  if (isGivenUp) return 1
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = report
  return ended([playwright, 'test', '--reporter=list,json', file], env)
}

function ended(command, env) {
  child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit', env })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}
