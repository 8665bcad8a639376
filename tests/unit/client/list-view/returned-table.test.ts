import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { leaving } from '#shared/consent/leaving.ts'
import { readArtefact, type Artefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { csvOf } from '#shared/report/csv.ts'
import { reportOf } from '#shared/report/outline.ts'
import { allTables, cardTable } from '#shared/report/table.ts'
import { bookOf } from '#server/export/sheets/book.ts'
import { odsOf } from '#server/export/sheets/ods.ts'
import { xlsxOf } from '#server/export/sheets/xlsx.ts'
import { readTable, type Sheet } from '#client/kinds/existingSolution/table-file.ts'
import { hasIds, returnedTable } from '#client/list-view/returned-table.ts'
import { tableWords } from '#client/list-view/table-words.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { unreleased } from '#tests/support/sample-group.ts'

const doc = everyKind()
const { artefacts } = rootsOf(doc)
const words = await tableWords()

function reportIn(language: 'de' | 'en') {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const outgoing = leaving([takeSnapshot(copy)], {
    instead: '[Text nicht freigegeben, bleibt in der Gruppe]',
  })
  const source = { name: 'Gruppe', kind: 'project', document: outgoing.documents[0]!, history: [] } as const
  const settings = { title: 'Werkstatt', language, timeZone: 'Europe/Berlin', exportedAt: 0 } as const
  return reportOf([source], outgoing, settings)
}

async function takenAlong(format: 'xlsx' | 'ods' | 'csv', language: 'de' | 'en' = 'de', withIds = true) {
  const report = reportIn(language)
  const book = () => bookOf(report, allTables(report, { withIds }))
  const bytes =
    format === 'csv'
      ? csvOf(cardTable(report, { withIds }), language, report.notice)
      : Buffer.from(format === 'ods' ? odsOf(book()) : xlsxOf(book()))
  const read = await readTable(new File([bytes], `Karten.${format}`))
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}

const room = { card: (id: string) => readArtefact(artefacts, id), isHeld: () => false }
const planOf = (sheets: readonly Sheet[]) => returnedTable(sheets, words, room)
const valuesOf = ({ changes }: ReturnType<typeof planOf>) =>
  changes.map(({ artefact, field, value }) => [artefact.kind, field, value])

it.each([
  ['xlsx', 'de'],
  ['xlsx', 'en'],
  ['ods', 'de'],
  ['csv', 'de'],
] as const)(
  'a table that comes back as it went (%s, %s) changes nothing, whatever it holds',
  async (format, language) => {
    const plan = planOf(await takenAlong(format, language))
    expect(valuesOf(plan)).toEqual([])
    expect(plan.unclear.map(({ artefact, field, said }) => [artefact.kind, field, said])).toEqual([])
    expect(plan.same).toBeGreaterThan(30)
    expect(plan.elsewhere + plan.withoutId).toBe(0)
  },
)

const cardOf = (kind: string): Artefact =>
  [...artefacts.keys()].flatMap((id) => readArtefact(artefacts, id) ?? []).find((one) => one.kind === kind)!

/** The same sheets, with one cell of one card written anew. */
const written = (sheets: readonly Sheet[], kind: string, title: string, text: string) => {
  const { id } = cardOf(kind)
  return sheets.map(({ name, rows: [head = [], ...lines] }) => ({
    name,
    rows: [
      head,
      ...lines.map((cells) =>
        cells.includes(id) ? cells.map((cell, n) => (head[n] === title ? text : cell)) : cells,
      ),
    ],
  }))
}

it('what was changed in it is found, by words, days and choices, and what fits no field is told', async () => {
  let sheets: readonly Sheet[] = await takenAlong('xlsx')
  sheets = written(sheets, 'task', 'Was ist zu tun?', 'Neu gefasst')
  sheets = written(sheets, 'task', 'Bis wann?', '3.4.2026')
  sheets = written(sheets, 'task', 'Stand der Arbeit', 'In Arbeit')
  sheets = written(sheets, 'milestone', 'Bis wann?', '46115')
  sheets = written(sheets, 'decision', 'Wann?', 'bald')
  const plan = planOf(sheets)
  expect(valuesOf(plan)).toEqual([
    ['milestone', 'due', '2026-04-03'],
    ['task', 'text', 'Neu gefasst'],
    ['task', 'due', '2026-04-03'],
    ['task', 'state', 'underway'],
  ])
  expect(plan.unclear).toMatchObject([{ field: 'date', said: 'bald' }])
})

it('quotes, locked cards and rows of other groups stay as they are, and what was withheld is not overwritten', async () => {
  const sheets = await takenAlong('xlsx')
  const quoted = written(sheets, 'quote', 'Wortlaut', 'Ganz anders')
  expect(valuesOf(planOf(quoted))).toEqual([])
  expect(JSON.stringify(sheets)).not.toContain(unreleased)
  const held = returnedTable(written(sheets, 'task', 'Wer?', 'Ada'), words, { ...room, isHeld: () => true })
  expect([held.changes, held.same]).toEqual([[], 0])
  const elsewhere = returnedTable(sheets, words, { ...room, card: () => null })
  expect(elsewhere.elsewhere).toBeGreaterThan(30)
})

it('is told apart from one without ids', async () => {
  expect(hasIds(await takenAlong('csv'), words)).toBe(true)
  expect(hasIds(await takenAlong('csv', 'de', false), words)).toBe(false)
})
