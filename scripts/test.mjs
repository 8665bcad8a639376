// npm test: everything, on a fresh clone too. Numbers per layer, then "N passed, N failed" as the last line.
//   npm test                      all layers
//   npm test -- unit integration  some layers
//   npm test -- e2e journey       one layer, only files whose path contains a word
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt, ensureInstalled, requireNode, root, run } from './installation.mjs'

const nodeLayers = ['unit', 'contract', 'integration', 'convergence', 'compatibility']
const layers = [...nodeLayers, 'e2e']
/** Playwright's words for how a test ended, in those of vitest. */
const wordFor = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' }

const words = process.argv.slice(2)
const named = layers.filter((layer) => words.includes(layer))
const wanted = named.length > 0 ? named : layers
const filters = words.filter((word) => !layers.includes(word))

const startedAt = performance.now()
const reports = mkdtempSync(join(tmpdir(), 'werkraum-test-'))
const say = (sentence) => process.stdout.write(`${sentence}\n`)

/** One entry per test; also per file, runner or set-up that broke before its tests could say anything. */
const outcomes = []

try {
  requireNode()
  await ensureInstalled(say)
  await runVitest(wanted.filter((layer) => nodeLayers.includes(layer)))
  if (wanted.includes('e2e')) await runPlaywright()
} catch (problem) {
  say(`\n${problem instanceof Error ? problem.message : String(problem)}`)
  outcomes.push({ layer: 'set-up', status: 'failed' })
} finally {
  rmSync(reports, { recursive: true, force: true })
}
summarise()

async function runVitest(chosen) {
  if (chosen.length === 0) return
  const selection = filters.length > 0 ? filters : chosen.map((layer) => `tests/${layer}/`)
  const report = join(reports, 'vitest.json')
  const unhandled = join(reports, 'unhandled.json')
  const command = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--passWithNoTests', ...selection]
  const clean = await endsWell(
    [
      ...command,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      `--reporter=${join(root, 'scripts', 'unhandled-errors.mjs')}`,
    ],
    { ...process.env, UNHANDLED_ERRORS: unhandled },
  )
  collect('vitest', clean, () => outcomesOfVitest(readJson(report)), readJson(unhandled))
}

async function runPlaywright() {
  await ensureBuilt(say)
  const browser = await ensureBrowser(say)
  const report = join(reports, 'playwright.json')
  const command = [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--pass-with-no-tests']
  const env = { ...process.env, WERKRAUM_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const clean = await endsWell([...command, '--reporter=list,json', ...filters], env)
  collect('playwright', clean, () => outcomesOfPlaywright(readJson(report)))
}

/** Runs a test runner; false when it reports any failure. */
async function endsWell(args, env = process.env) {
  return run(process.execPath, args, { env }).then(
    () => true,
    () => false,
  )
}

/** A runner that fails although no test did (a crash, an unhandled rejection) counts as one failure, whose reason is said. */
function collect(runner, clean, read, reasons = []) {
  const results = read()
  outcomes.push(...results)
  if (!clean && !results.some(({ status }) => status === 'failed')) {
    outcomes.push({ layer: runner, status: 'failed', reasons })
  }
}

function outcomesOfVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const layer = relative(root, file.name).split(sep)[1]
    if (file.assertionResults.length === 0 && file.status === 'failed') return [{ layer, status: 'failed' }]
    return file.assertionResults.map(({ status }) => ({ layer, status }))
  })
}

function outcomesOfPlaywright(report) {
  const broken = (report?.errors ?? []).map(() => ({ layer: 'e2e', status: 'failed' }))
  const tests = (report?.suites ?? []).flatMap(testsBelow)
  return [
    ...broken,
    ...tests.map(({ status, title }) => ({
      layer: 'e2e',
      status: wordFor[status],
      secondTry: status === 'flaky' ? title : undefined,
    })),
  ]
}

function testsBelow(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({ status, title })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(testsBelow)]
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

function summarise() {
  const count = (status, layer) =>
    outcomes.filter((each) => each.status === status && (layer === undefined || each.layer === layer)).length
  say('')
  for (const layer of new Set([...wanted, ...outcomes.map((each) => each.layer)])) {
    say(`${layer.padEnd(14)} ${String(count('passed', layer)).padStart(5)} passed ${suffix(layer)}`)
  }
  const [passed, failed] = [count('passed'), count('failed')]
  if (passed + failed === 0) say('No test ran.')
  for (const { secondTry } of outcomes) if (secondTry) say(`passed at the second try: ${secondTry}`)
  for (const { reasons } of outcomes)
    for (const reason of reasons ?? []) say(`outside of any test: ${reason}`)
  say(`${((performance.now() - startedAt) / 1000).toFixed(0)} s in all`)
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0

  function suffix(layer) {
    const rest = [
      count('failed', layer),
      'failed',
      count('skipped', layer) + count('pending', layer),
      'skipped',
    ]
    return [rest.slice(0, 2), rest.slice(2)]
      .flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : []))
      .join(', ')
  }
}
