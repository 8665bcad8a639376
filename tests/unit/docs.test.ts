import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FEWEST_LETTERS, FEWEST_WORDS } from '#shared/consent/passages.ts'
import { limits } from '#shared/base/limits.ts'
import { endpoints } from '#shared/protocol/endpoints.ts'
import { modeRights, modeTypes, pageActions } from '#shared/workshop/mode-rights.ts'
import { filesBelow, importsOf, projectRoot, sourceFiles } from '#tests/support/module-graph.ts'

const documents = [
  ...readdirSync(projectRoot).filter((name) => name.endsWith('.md')),
  ...filesBelow('docs', ['.md']),
]
const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const exists = (path: string) => existsSync(join(projectRoot, path))

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

/** Paths in backticks that begin with a folder of the project; a trailing slash or `:line` is part of the prose. */
function pathsNamedIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!)
  return spans
    .filter(
      (span) =>
        /^(client|server|shared|tests|docs|scripts|\.ci)\/[\w@.*/-]*$/.test(span) && !span.includes('*'),
    )
    .map((span) => span.replace(/\/$/, ''))
}

/** Targets of links that stay inside the project. */
function linksOf(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!)
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => target.split('#')[0]!)
}

/** Every `npm <command>` in code: built-in commands, or scripts of package.json. */
function npmCommandsIn(text: string): string[] {
  const code = [...text.matchAll(/`{3}[^\n]*\n([\s\S]*?)`{3}|`([^`\n]+)`/g)].map(
    (match) => match[1] ?? match[2]!,
  )
  return code.flatMap((each) => [...each.matchAll(/\bnpm (run )?([\w:-]+)/g)].map((match) => match[2]!))
}

/** What stands in backticks in running text: names, not examples. */
const namesIn = (text: string): string[] =>
  [...text.replace(/`{3}[\s\S]*?`{3}/g, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!)

const code = [
  ...['client', 'server', 'shared', 'tests']
    .flatMap(sourceFiles)
    .filter((file) => !file.endsWith('/docs.test.ts')),
  ...filesBelow('scripts', ['.mjs', '.json']),
  ...readdirSync(projectRoot).filter((name) => /\.(ts|js|json|html)$/.test(name)),
]
const wordsOfCode = new Set(code.flatMap((file) => read(file).match(/[A-Za-z_]\w*/g) ?? []))
const namesOfFiles = new Set([...code, ...documents].map((file) => basename(file)))

/** Names that are not ours: other programs' options, what was tried and left, examples. */
const borrowed = new Set([
  ...['scrypt$15$8$3$salt$key', '0_Inhalt.txt', 'NNNN-slug.md', 'werkraum_commit_failures_total'],
  ...['process.execve', 'substr', 'BEGIN IMMEDIATE', 'foreignObject', 'TasksMax', 'pids_limit'],
  'NODE_EXTRA_CA_CERTS=/etc/ssl/house.pem',
])

/** Names that nothing in the code bears: functions and fields that were renamed, codes and options that are gone. */
function unknownNames(text: string): string[] {
  const names = namesIn(text).filter(
    (name) => !borrowed.has(name) && !/^(npm|npx|node|docs|client|server|shared|tests|scripts) ?/.test(name),
  )
  const isFile = (name: string) => /^[\w-]+\.(tsx?|mjs|md)$/.test(name)
  return names.filter((name) =>
    isFile(name)
      ? !namesOfFiles.has(name)
      : (name.match(/[A-Za-z_]\w*/g) ?? []).some((word) => !wordsOfCode.has(word)),
  )
}

/** Addresses of the interface in backticks or tables, with their parameters. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:GET|POST|PATCH|DELETE|PUT) \/api\/[\w/:-]+/g)].map((match) => match[0])
}

describe.each(documents)('%s', (document) => {
  const text = read(document)

  it('names only what the code names', () => {
    expect(unknownNames(text)).toEqual([])
  })

  it('names only addresses that are served', () => {
    const served: readonly string[] = Object.values(endpoints)
    expect(addressesIn(text).filter((address) => !served.includes(address))).toEqual([])
  })

  it('names only files and folders that exist', () => {
    expect(pathsNamedIn(text).filter((path) => !exists(path))).toEqual([])
  })

  it('links only to files that exist', () => {
    expect(linksOf(text).filter((target) => !exists(join(dirname(document), target)))).toEqual([])
  })

  it('names only npm commands that exist', () => {
    const known = new Set([...scripts, 'ci', 'install'])
    expect(npmCommandsIn(text).filter((command) => !known.has(command))).toEqual([])
  })
})

describe('the documents together', () => {
  it('tell how to start and how to test in the README', () => {
    expect(npmCommandsIn(read('README.md'))).toEqual(expect.arrayContaining(['start', 'test']))
  })

  it('are found where comments in the code point to them, and so are files that comments name', () => {
    const known = [...code, ...documents]
    const isKnown = (name: string) =>
      known.some((file) => file === name || file.endsWith(`/${name}`)) ||
      (/\/decisions\/\d{4}$/.test(name) && known.some((file) => file.startsWith(name)))
    const named = code.flatMap((file) =>
      [...read(file).matchAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm)]
        // In quotes stand examples
        .map(([comment]) => comment.replace(/"[^"\n]*"|'[#./][^'\n]*'/g, ''))
        .flatMap((comment) => comment.match(/docs\/decisions\/\d{4}|[\w-][\w./-]*\.(?:tsx?|mjs|md)\b/g) ?? [])
        .map((name) => ({ file, name })),
    )
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter(({ name }) => !isKnown(name))).toEqual([])
  })

  it('list every decision, once, under its number', () => {
    const records = filesBelow('docs/decisions', ['.md'])
      .map((path) => path.split('/').at(-1)!)
      .filter((name) => name !== 'README.md')
    const numbers = records.map((name) => name.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(linksOf(read('docs/decisions/README.md')).sort()).toEqual(records.sort())
  })

  it('name everything that is right only while one process serves everybody', () => {
    const [section] = /## One process[\s\S]*?(?=\n## )/.exec(read('docs/architecture.md'))!
    const parts = importsOf('server/one-process.ts').flatMap(({ to }) => to ?? [])
    const isPart = (file: string) => /^server\/(auth|workshop|export)\//.test(file)
    expect(parts.filter(isPart).length).toBeGreaterThan(5)
    expect(parts.filter((file) => isPart(file) && !section.includes(`\`${file}\``))).toEqual([])
  })

  it('have a row for every folder in the architecture', () => {
    const [table] = /\| folder[\s\S]*?(?=\n\n)/.exec(read('docs/architecture.md'))!
    const rows = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) => pathsNamedIn(row[1]!))
    const folders = ['client', 'server', 'shared'].flatMap((side) =>
      readdirSync(join(projectRoot, side), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${side}/${name}`),
    )
    expect(rows.sort()).toEqual(folders.sort())
  })

  it('tell who may do what in which mode', () => {
    const groups = {
      nobody: [],
      moderators: ['moderator'],
      'managers and participants': ['manager', 'participant'],
      'those who work': ['moderator', 'manager', 'participant'],
      all: ['moderator', 'manager', 'participant', 'observer'],
    }
    const wordsFor = (roles: readonly string[]) =>
      Object.entries(groups).find(([, named]) => named.join() === roles.join())?.[0]
    const [table] = /\| mode [\s\S]*?(?=\n\n)/.exec(read('docs/architecture.md'))!
    const rows = table.split('\n').slice(2)
    expect(
      rows.map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    ).toEqual(
      modeTypes.map((mode) => [
        `\`${mode}\``,
        ...pageActions.map((action) => wordsFor(modeRights[mode][action])),
      ]),
    )
  })

  it('tell limits as they are', () => {
    const MB = 1024 * 1024
    const told: [file: string, sentence: RegExp, numbers: number[]][] = [
      [
        'docs/export-format.md',
        /up to (\d+) GB, of which up to (\d+) MB/,
        [limits.maxImportBytes / MB / 1024, limits.maxImportTextBytes / MB],
      ],
      [
        'docs/decisions/0049-a-share-of-the-thread.md',
        /(\d+) ms of the rooms' thread a second, saved up/,
        [limits.threadMsPerSecond],
      ],
      [
        'docs/decisions/0049-a-share-of-the-thread.md',
        /at most (\d+) ms in one go/,
        [limits.threadMsInOneGo],
      ],
      [
        'docs/decisions/0049-a-share-of-the-thread.md',
        /more than (\d+) s of work/,
        [limits.threadMsRefused / 1_000],
      ],
      [
        'docs/decisions/0049-a-share-of-the-thread.md',
        /at most ([\d,]+) structs/,
        [limits.maxStructsPerUpdate],
      ],
      [
        'docs/decisions/0045-modes-belong-to-pages.md',
        /is taken for ([\d.]+) s/,
        [limits.lockGraceMs / 1_000],
      ],
      ['docs/consent.md', /less than (\d+) letters or three words/, [FEWEST_LETTERS]],
      ['docs/consent.md', /fewer than three words or (\d+) letters/, [FEWEST_LETTERS]],
    ]
    expect(FEWEST_WORDS, 'three words').toBe(3)
    for (const [file, sentence, numbers] of told) {
      const found = sentence.exec(read(file).replace(/\s+/g, ' '))
      const said = found?.slice(1).map((number) => Number(number.replaceAll(',', '')))
      expect(said, `${file}: ${sentence.source}`).toEqual(numbers)
    }
  })

  it('name every script of package.json that people are to use', () => {
    const all = documents.map(read).join('\n')
    expect(scripts.filter((script) => !npmCommandsIn(all).includes(script))).toEqual([])
  })

  it('carry the whole licence', () => {
    const licence = read('LICENSE')
    expect(licence).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
    expect(licence).toContain('15.Applicable Law')
    expect(licence).toContain('Appendix')
  })
})
