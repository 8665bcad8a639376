import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#tests/support/module-graph.ts'

/*
 * The guide is followed to the letter in a copy of the shared code, which then has to compile and to work.
 */
const run = promisify(execFile)
const guide = readFileSync(join(projectRoot, 'docs/adding-a-kind.md'), 'utf8')
const blocks = [...guide.matchAll(/```ts (file|list)=(\S+)\n([\s\S]*?)```/g)].map(([, how, path, text]) => ({
  how: how!,
  path: path!,
  text: text!,
}))
const copy = mkdtempSync(join(tmpdir(), 'werkraum-kind-'))

beforeAll(() => {
  for (const part of ['shared', 'package.json', 'tsconfig.json'])
    cpSync(join(projectRoot, part), join(copy, part), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  for (const { how, path, text } of blocks) {
    const file = join(copy, path)
    if (how === 'list') write(file, addedTo(readFileSync(file, 'utf8'), text))
    else write(file, text)
  }
})
afterAll(() => rmSync(copy, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Imports to the imports, the entry to the head of the list. */
function addedTo(list: string, text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const imports = lines.filter((line) => line.startsWith('import '))
  const entries = lines.filter((line) => !line.startsWith('import '))
  return [
    ...imports,
    list.replace('export const kinds = {', `export const kinds = {\n${entries.join('\n')}`),
  ].join('\n')
}

test('a kind with a list of records takes four new files and a line in three lists', () => {
  expect(blocks.filter(({ how }) => how === 'file').map(({ path }) => path)).toHaveLength(4)
  expect(blocks.filter(({ how }) => how === 'list').map(({ path }) => path)).toEqual([
    'shared/kinds/index.ts',
    'shared/kinds/de.ts',
    'shared/kinds/en.ts',
  ])
})

test('what the guide says compiles', { timeout: 180_000 }, async () => {
  writeFileSync(
    join(copy, 'tsconfig.shared.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['shared'], compilerOptions: { types: ['node'] } }),
  )
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [tsc, '-p', join(copy, 'tsconfig.shared.json')], {
    cwd: copy,
  })
  expect(stdout).toBe('')
})

test('a card of the new kind is written, copied and drawn like any other', { timeout: 60_000 }, async () => {
  writeFileSync(join(copy, 'try.ts'), tryOut)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(copy, 'try.ts')], { cwd: copy })
  expect(JSON.parse(stdout)).toEqual({
    written: ['Bürgerbüro', 'Nummer ziehen', 12],
    copied: true,
    said: ['Ortstermin', 'Station', 'Was war zu sehen?'],
    parts: ['kindLine', 'title', 'rows', 'foot'],
  })
})

const tryOut = `
import * as Y from 'yjs'
import { createArtefact, itemsOf, readArtefact, textsOf } from '#shared/document/artefacts.ts'
import { addItem } from '#shared/document/items.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { kinds } from '#shared/kinds/index.ts'
import { kinds as words } from '#shared/kinds/de.ts'

const doc = new Y.Doc()
const { artefacts } = rootsOf(doc)
const authorship = { as: 'anonymous' } as const
const fields = { place: 'Bürgerbüro' }
const id = createArtefact(artefacts, { kind: 'visit', phase: 'problem', createdAt: 1, authorship, fields })
addItem(itemsOf(artefacts, id, 'stations')!, kinds.visit.fields.stations, { fields: { seen: 'Nummer ziehen', minutes: 12 } })
const card = readArtefact(artefacts, id)!
const again = new Y.Doc()
Y.applyUpdate(again, documentFromSnapshot(takeSnapshot(doc)))
const same = JSON.stringify(readArtefact(rootsOf(again).artefacts, id)) === JSON.stringify(card)
const { stations } = words.visit.fields
const face = kinds.visit.face.draw(card, {
  say: (key) => key, common: (key) => key, nameOf: () => null, comments: 0, evidence: null, home: false,
  kind: { icon: 'eye', needsEvidence: false },
} as never)
const minutes = (card.fields.stations as { fields: { minutes: number } }[])[0]!.fields.minutes
console.log(JSON.stringify({
  written: [...textsOf(card), minutes],
  copied: same,
  said: [words.visit.label, stations.item, stations.fields.seen.label],
  parts: face.parts.map(({ type }) => type),
}))
`
