import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { BLACKENED } from '#shared/consent/coarsening.ts'
import {
  createArtefact,
  readArtefact,
  setClearance,
  textOf,
  type Artefact,
} from '#shared/document/artefacts.ts'
import { setLock } from '#shared/document/locks.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { csvOf } from '#shared/report/csv.ts'
import { reportOf } from '#shared/report/outline.ts'
import { allTables, cardTable } from '#shared/report/table.ts'
import { bookOf } from '#server/export/sheets/book.ts'
import { odsOf } from '#server/export/sheets/ods.ts'
import { xlsxOf } from '#server/export/sheets/xlsx.ts'
import { readTable, type Sheet } from '#client/kinds/existingSolution/table-file.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import { cardsHeldFrom } from '#client/artefacts/writing.ts'
import { makeChanges } from '#client/list-view/make-changes.ts'
import { hasIds, returnedTable } from '#client/list-view/returned-table.ts'
import { tableWords } from '#client/list-view/table-words.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { memorySession } from '#tests/support/room-session.ts'
import { unreleased } from '#tests/support/sample-group.ts'

const doc = everyKind()
const { artefacts } = rootsOf(doc)
const words = await tableWords()

function copyOf(from: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from))
  return copy
}

function reportIn(from: Y.Doc, language: 'de' | 'en') {
  const copy = copyOf(from)
  const outgoing = leaving([takeSnapshot(copy)], {
    instead: '[Text nicht freigegeben, bleibt in der Gruppe]',
  })
  const source = { name: 'Gruppe', kind: 'project', document: outgoing.documents[0]!, history: [] } as const
  const settings = { title: 'Werkstatt', language, timeZone: 'Europe/Berlin', exportedAt: 0 } as const
  return reportOf([source], outgoing, settings)
}

interface Wanted {
  language?: 'de' | 'en'
  withIds?: boolean
  from?: Y.Doc
}

async function takenAlong(format: 'xlsx' | 'ods' | 'csv', wanted: Wanted = {}) {
  const { language = 'de', withIds = true, from = doc } = wanted
  const report = reportIn(from, language)
  const book = () => bookOf(report, allTables(report, { withIds }))
  const bytes =
    format === 'csv'
      ? csvOf(cardTable(report, { withIds }), language, report.notice)
      : Buffer.from(format === 'ods' ? odsOf(book()) : xlsxOf(book()))
  const read = await readTable(new File([bytes], `Karten.${format}`))
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}

const cardsIn = (from: Y.Doc) =>
  [...rootsOf(from).artefacts.keys()].flatMap((id) => readArtefact(rootsOf(from).artefacts, id) ?? [])
const planOf = (sheets: readonly Sheet[], from = doc, held: ReadonlySet<string> = new Set()) =>
  returnedTable(sheets, words, { cards: cardsIn(from), held })
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
    const plan = planOf(await takenAlong(format, { language }))
    expect(valuesOf(plan)).toEqual([])
    expect(plan.unclear.map(({ artefact, field, said }) => [artefact.kind, field, said])).toEqual([])
    expect(plan.same).toBeGreaterThan(30)
    expect(plan.elsewhere + plan.withoutId).toBe(0)
  },
)

const cardOf = (kind: string): Artefact => cardsIn(doc).find((one) => one.kind === kind)!

/** The same sheets, with one cell of one card written anew. */
const written = (
  sheets: readonly Sheet[],
  kind: string,
  title: string,
  text: string,
  { id } = cardOf(kind),
) => {
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
  const held = planOf(written(sheets, 'task', 'Wer?', 'Ada'), doc, new Set(artefacts.keys()))
  expect([held.changes, held.same]).toEqual([[], 0])
  const elsewhere = planOf(sheets, new Y.Doc())
  expect(elsewhere.elsewhere).toBeGreaterThan(30)
})

it('is told apart from one without ids', async () => {
  expect(hasIds(await takenAlong('csv'), words)).toBe(true)
  expect(hasIds(await takenAlong('csv', { withIds: false }), words)).toBe(false)
})

const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'accompanying' } as const

/** The group with one card more. */
function withTask(fields: Record<string, string>, isMarked = (_: Y.Doc, _id: ArtefactId): void => undefined) {
  const from = copyOf(doc)
  const { artefacts: cards, board } = rootsOf(from)
  const about = {
    ...{ title: 'Gespräch', consent: 'given', municipality: 'Aue', placeOutside: 'kleine Stadt' },
    redactions: [{ id: newId(), order: 'a1', fields: { words: 'Petersen' } }],
  }
  const task = from.transact(() => {
    const interview = createArtefact(cards, { ...common, kind: 'interview', fields: about })
    const links = [{ type: 'derivedFrom' as const, to: interview }]
    const id = createArtefact(cards, { ...common, kind: 'task', fields, links })
    placeArtefact(board, { artefactId: id, parentId: 'page:accompanying-decisions', x: 0, y: 0, w: 1, h: 1 })
    isMarked(from, id)
    return id
  })
  return { from, task: readArtefact(cards, task)! }
}

const full = { text: 'Anrufen', owner: 'Ada', due: '2026-03-02', state: 'underway' }
const closed = (from: Y.Doc, id: ArtefactId) => setClearance(rootsOf(from).artefacts, id, 'closed')
const opened = ({ id }: Artefact, from: Y.Doc) =>
  from.transact(() => setClearance(rootsOf(from).artefacts, id, 'open'))

it.each([
  ['stays in the group', withTask(full, closed)],
  ['was released since', withTask(full, closed), opened],
  ['names a place', withTask({ ...full, text: 'In Aue anrufen', owner: 'Leitung, Aue' })],
  ['names somebody who is redacted', withTask({ ...full, text: 'Petersen anrufen', owner: 'Petersen' })],
  ['has no headline', withTask({ ...full, text: '' })],
  ['has blanks that no table keeps', withTask({ ...full, owner: 'Ada  Lovelace', text: 'Zwei\r\nZeilen' })],
] as const)('a card that %s comes back unchanged', async (_, { from, task }, meanwhile = () => undefined) => {
  for (const format of ['xlsx', 'csv'] as const) {
    const sheets = await takenAlong(format, { from })
    expect(JSON.stringify(sheets)).toContain(task.id)
    const later = copyOf(from)
    meanwhile(task, later)
    const { changes, unclear, kept } = planOf(sheets, later)
    expect([changes, unclear, kept]).toEqual([[], [], 0])
  }
})

it('words that are said otherwise outside are never changed from a table; what stands beside them is', async () => {
  const { from, task } = withTask({ ...full, text: 'In Aue anrufen', owner: 'Petersen' })
  let sheets: readonly Sheet[] = await takenAlong('xlsx', { from })
  sheets = written(sheets, 'task', 'Was ist zu tun?', 'In [kleine Stadt] schreiben', task)
  sheets = written(sheets, 'task', 'Wer?', `${BLACKENED} und Ada`, task)
  sheets = written(sheets, 'task', 'Stand der Arbeit', 'erledigt', task)
  const plan = planOf(sheets, from)
  expect([valuesOf(plan), plan.kept]).toEqual([[['task', 'state', 'done']], 2])
  closed(from, task.id)
  expect(valuesOf(planOf(sheets, from))).toEqual([])
})

it('what somebody rewrote or locked since it was shown stays, and a choice that its card never had is none of words', () => {
  const { from, task } = withTask(full, (made, id) => {
    rootsOf(made).artefacts.get(id)!.delete('f.state')
  })
  const session = memorySession({ doc: from })
  const change = (field: string, value: string) => ({ artefact: task, field, value })
  const changes = [change('text', 'Schreiben'), change('owner', 'Bo'), change('state', 'done')]
  session.edit((roots) => textOf(roots.artefacts, task.id, 'text')!.insert(0, 'Bald '))
  expect(makeChanges(session, changes)).toBe(2)
  expect(session.artefacts.get(task.id)!.fields).toMatchObject({
    text: 'Bald Anrufen',
    owner: 'Bo',
    state: 'done',
  })
  session.history.undo()
  expect(session.artefacts.get(task.id)!.fields).toMatchObject({ text: 'Bald Anrufen', owner: 'Ada' })
  session.edit(({ board }) => setLock(board, placementOf(session.roots, task.id)!, true))
  expect(makeChanges(session, [change('owner', 'Bo')])).toBe(0)
  session.destroy()
})

it('a card is held that lies locked anywhere, or on a page on which nobody but the moderation writes', () => {
  const { from, task } = withTask(full)
  const session = memorySession({ doc: from })
  const { id: artefactId } = task
  expect(cardsHeldFrom(session).has(artefactId)).toBe(false)
  const again = { artefactId, parentId: 'page:problem-pov', x: 0, y: 0, w: 1, h: 1 }
  session.edit(({ board }) => setLock(board, placeArtefact(board, again), true))
  expect(cardsHeldFrom(session).has(artefactId)).toBe(true)
  session.facilitation.setState({ mayFacilitate: true })
  expect(cardsHeldFrom(session).has(artefactId)).toBe(false)
  const { state } = session.facilitation.getState()
  session.facilitation.setState({
    state: { ...state!, pageLocks: [{ pageId: 'page:problem-pov', since: 1 }] },
  })
  expect(cardsHeldFrom(session).has(artefactId)).toBe(true)
  session.destroy()
})
