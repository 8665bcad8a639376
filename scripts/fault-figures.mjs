// Keeps what the fault tests measured (tests/figures.json) and writes it as the table of docs/faults.md. A run replaces
// what it measured itself, file by file; everything else stays, with the day and machine it came from.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, relative, sep } from 'node:path'
import { rows } from './fault-rows.mjs'
import { root } from './installation.mjs'

const store = join(root, 'tests', 'figures.json')
const document = join(root, 'docs', 'faults.md')
const [begin, end] = ['<!-- begin figures -->', '<!-- end figures -->']

/** Title of a test that belongs to a row, and the rows in it. */
export const rowPattern = '\\b[RS][0-9]{1,2}\\b'

/** What vitest's JSON report says about rows. */
export function ofVitest(report) {
  return (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults.map(({ fullName, status, meta }) => ({
      file: pathOf(file.name),
      title: fullName,
      status,
      figure: meta?.figure ?? null,
    })),
  )
}

/** What Playwright's JSON report says about rows. */
export function ofPlaywright(report) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
  const words = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' }
  return (report?.suites ?? []).flatMap(specs).flatMap(({ file, title, tests }) =>
    tests.map(({ status, annotations }) => ({
      file: `tests/e2e/${file}`,
      title,
      status: words[status],
      figure: annotations.find(({ type }) => type === 'figure')?.description ?? null,
    })),
  )
}

/**
 * Keeps the results of one form ('short' or 'long') and writes the table anew. Files that did not run keep what they
 * measured before; a file that is gone is forgotten.
 */
export function keepFigures(form, results) {
  const kept = readKept()
  for (const [file, measured] of byFile(results)) {
    kept[form][file] = { on: today(), machine: machine(), rows: measured }
  }
  for (const files of Object.values(kept)) {
    for (const file of Object.keys(files)) if (!existsSync(join(root, file))) delete files[file]
    sortKeys(files)
  }
  writeFileSync(store, `${JSON.stringify(kept, null, 2)}\n`)
  writeTable(kept)
}

function readKept() {
  return existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : { short: {}, long: {} }
}

/** Per file, what its tests say of each row; tests that were not run say nothing. */
function byFile(results) {
  const files = new Map()
  for (const { file, title, status, figure } of results) {
    if (status !== 'passed' && status !== 'failed') continue
    for (const row of new Set(title.match(new RegExp(rowPattern, 'g')) ?? [])) {
      if (!files.has(file)) files.set(file, {})
      const of = (files.get(file)[row] ??= { passed: 0, failed: 0, figures: [] })
      of[status]++
      if (status === 'passed' && figure !== null) of.figures.push(figure)
    }
  }
  return files
}

function writeTable(kept) {
  const text = readFileSync(document, 'utf8')
  const [before, after] = [text.indexOf(begin) + begin.length, text.indexOf(end)]
  if (before < begin.length || after < before) throw new Error(`${document} has lost its markers.`)
  writeFileSync(document, `${text.slice(0, before)}\n\n${tableOf(kept)}\n\n${text.slice(after)}`)
}

function tableOf(kept) {
  const heads = ['row', 'what is done', 'passes when', 'measured, short form', 'measured, long form', 'tests']
  const lines = rows.map(({ row, done, passes }) => [
    row,
    done,
    passes,
    cell(kept.short, row),
    cell(kept.long, row),
    filesOf(kept, row),
  ])
  const table = [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  return `${table.join('\n')}\n\nShort form: ${provenance(kept.short)}\n\nLong form: ${provenance(kept.long)}`
}

function cell(files, row) {
  const measured = Object.values(files).flatMap(({ rows }) => rows[row] ?? [])
  const figures = measured.flatMap(({ figures }) => figures).map((figure) => figure.replaceAll('|', '\\|'))
  const sum = (key) => measured.reduce((total, of) => total + of[key], 0)
  const others = sum('passed') - figures.length
  const words = [...figures]
  if (others > 0)
    words.push(`${others} ${figures.length > 0 ? 'more ' : ''}${others === 1 ? 'test passes' : 'tests pass'}`)
  if (sum('failed') > 0) words.push(`**${sum('failed')} failed**`)
  return words.join('<br>') || '–'
}

function filesOf({ short, long }, row) {
  const files = [short, long].flatMap((form) => Object.keys(form).filter((file) => form[file].rows[row]))
  return (
    [...new Set(files)]
      .sort()
      .map((file) => `\`${file}\``)
      .join('<br>') || '–'
  )
}

/** Days and machines, each once, with what they measured where they are several. */
function provenance(files) {
  const runs = new Map()
  for (const [file, { on, machine }] of Object.entries(files)) {
    const run = `${on} on ${machine}`
    runs.set(run, [...(runs.get(run) ?? []), file])
  }
  const sorted = [...runs].sort(([a], [b]) => (a < b ? -1 : 1))
  if (sorted.length === 0) return 'not measured yet.'
  const names = (list) => list.map((file) => `\`${file}\``).join(', ')
  const [newest, ...older] = sorted.reverse()
  const exceptions = older.map(([run, list]) => `${names(list)} ${run}`)
  return `measured ${newest[0]}${exceptions.length > 0 ? `; ${exceptions.join('; ')}` : ''}.`
}

function machine() {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, Node ${process.versions.node}`
}

const today = () => new Date().toISOString().slice(0, 10)
const pathOf = (file) => relative(root, file).split(sep).join('/')

function sortKeys(object) {
  for (const [key, value] of Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))) {
    delete object[key]
    object[key] = value
  }
}
