// npm run faults: the short forms of all tests that carry a row of docs/faults.md in their title, one file after the
// other, and their figures in its table.
//   npm run faults                  all of them, about fifteen minutes
//   npm run faults -- poison        only files whose path contains a word
//   npm run faults -- table         no test; writes the table anew from what is kept
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { keepFigures, ofPlaywright, ofVitest, rowPattern } from './fault-figures.mjs'
import { ensureBuilt, ensureInstalled, requireNode, root, run } from './installation.mjs'

const words = process.argv.slice(2)
const say = (sentence) => process.stdout.write(`${sentence}\n`)
const reports = mkdtempSync(join(tmpdir(), 'werkraum-faults-'))

try {
  requireNode()
  if (words.includes('table')) keepFigures('short', [])
  else await measure()
} finally {
  rmSync(reports, { recursive: true, force: true })
}

async function measure() {
  await ensureInstalled(say)
  const files = testFiles().filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  const inNode = files.filter((file) => !file.startsWith('tests/e2e/'))
  const inBrowsers = files.filter((file) => file.startsWith('tests/e2e/'))
  const results = []
  const keep = (more) => {
    keepFigures('short', more)
    results.push(...more)
  }
  if (inNode.length > 0) keep(ofVitest(await runVitest(inNode)))
  if (inBrowsers.length > 0) keep(ofPlaywright(await runPlaywright(inBrowsers)))
  const failed = results.filter(({ status }) => status === 'failed')
  for (const { file, title } of failed) say(`FAILED ${file}: ${title}`)
  say(`${results.length - failed.length} passed or skipped, ${failed.length} failed; see docs/faults.md`)
  if (failed.length > 0 || results.length === 0) process.exitCode = 1
}

/** Test files in which a row is named. */
function testFiles() {
  const names = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.includes('node_modules'))
    .filter((file) => new RegExp(rowPattern).test(readFileSync(join(root, file), 'utf8')))
    .sort()
}

async function runVitest(files) {
  const report = join(reports, 'vitest.json')
  const command = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--no-file-parallelism', ...files]
  const options = ['-t', rowPattern, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await runAnyway([...command, ...options], process.env)
  return readJson(report)
}

async function runPlaywright(files) {
  await ensureBuilt(say)
  const report = join(reports, 'playwright.json')
  const command = [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--grep', rowPattern]
  const env = { WERKRAUM_CHROMIUM: await ensureBrowser(say), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  await runAnyway([...command, '--reporter=list,json', ...files], { ...process.env, ...env })
  return readJson(report)
}

/** A failure stands in the report, and in the table. */
function runAnyway(args, env) {
  return run(process.execPath, args, { env }).catch((problem) => say(String(problem)))
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
