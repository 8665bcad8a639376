import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, importsOf, projectRoot } from '#tests/support/module-graph.ts'

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

describe.each(documents)('%s', (document) => {
  const text = read(document)

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
