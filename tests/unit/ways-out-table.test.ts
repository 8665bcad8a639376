// @vitest-environment jsdom
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { outgoingSession } from '#client/board/picture/outgoing-session.ts'
import { bookOf } from '#server/export/sheets/book.ts'
import { newId } from '#shared/base/ids.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { inFull } from '#shared/consent/outgoing.ts'
import { createArtefact, textOf, turnInto, type NewArtefact } from '#shared/document/artefacts.ts'
import { commentMap } from '#shared/document/comments.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { de } from '#shared/i18n/de/index.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { csvOf } from '#shared/report/csv.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { reportOf } from '#shared/report/outline.ts'
import { resultsTree } from '#shared/report/results-tree.ts'
import { cardTable } from '#shared/report/table.ts'
import { projectRoot } from '#tests/support/module-graph.ts'
import { memorySession } from '#tests/support/room-session.ts'

const page = 'page:solution-ideas'
const wording = 'Die Zimtquote kennt bei uns im ganzen Haus nur die Kämmerei.'

/** What may be in a group, and a word by which it is told. */
const contents: Record<string, string> = {
  'quote, released': 'Mondkalender',
  'quote, not released': 'Zimtquote',
  'who said it': 'Ahornfeld',
  'released quote from a refused interview': 'Pfaueninsel',
  'title of a refused interview': 'Walnussamt',
  'text of an interview': 'Geranienstreit',
  'what a card said as a quote': 'Lotsenpfeife',
  'card that repeats a withheld wording': 'Abschriftkarte',
  'name of a frame that repeats one': 'Rahmenabschrift',
  'tag that repeats one': 'Schlagwortabschrift',
  comment: 'Randbemerkung',
  'card called confidential': 'Tresorkarte',
  'paraphrase on a withheld quote, asked about': 'Umschreibung',
}

function group(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 1 }))
  const { artefacts, board, comments } = rootsOf(doc)
  const add = (card: Pick<NewArtefact, 'kind' | 'fields' | 'links' | 'tags'>) => {
    const id = createArtefact(artefacts, {
      ...card,
      phase: 'solution',
      createdAt: 1,
      authorship: { as: 'anonymous' },
    })
    placeArtefact(board, { artefactId: id, parentId: page, x: 0, y: 0, w: 200, h: 160 })
    return id
  }
  doc.transact(() => {
    const interview = (title: string, consent: string, transcript: string) =>
      add({ kind: 'interview', fields: { title, consent, transcript } })
    const given = interview('Gespräch im Rathaus', 'given', 'Und dann kam der Geranienstreit vor Ostern.')
    const refused = interview('Gespräch im Walnussamt', 'refused', 'Kurz.')
    const source = (interviewId: string) => ({ interviewId, start: 0, end: 1 })
    add({
      kind: 'quote',
      fields: { wording: 'Der Mondkalender hängt überall.', release: 'released', source: source(given) },
    })
    const quote = add({
      kind: 'quote',
      fields: { wording, pseudonym: 'Frau Ahornfeld', source: source(given) },
    })
    add({
      kind: 'quote',
      fields: { wording: 'Auf der Pfaueninsel fragt keiner.', release: 'released', source: source(refused) },
    })
    const former = add({ kind: 'quote', fields: { wording: 'Die Lotsenpfeife hört man noch heute.' } })
    turnInto(artefacts, former, 'note')
    textOf(artefacts, former, 'text')?.delete(0, 100)
    const note = add({ kind: 'note', fields: { text: `Abschriftkarte: ${wording}` } })
    add({ kind: 'note', fields: { text: 'Mit Schlagwort' }, tags: [`Schlagwortabschrift ${wording}`] })
    const links = [{ type: 'derivedFrom' as const, to: quote }]
    add({ kind: 'note', fields: { text: 'Umschreibung dessen' }, links })
    const kept = add({ kind: 'note', fields: { text: 'Tresorkarte' }, links })
    artefacts.get(kept)?.set('clearance', 'closed')
    writeRecord(board, {
      ...{ id: 'shape:told', typeName: 'shape', type: 'frame', parentId: page, index: 'a9', x: 0, y: 0 },
      ...{ rotation: 0, isLocked: false, opacity: 1, meta: {} },
      props: { w: 99, h: 99, name: `Rahmenabschrift: ${wording}` },
    })
    const author = { memberId: newId<never>(), name: 'Jana', organisation: '' }
    const comment = { artefactId: note, text: 'Randbemerkung', author, createdAt: 1 }
    comments.set(newId<string>(), commentMap({ ...comment, parent: null, mentions: [], done: null }))
  })
  return doc
}

async function pictureOf(doc: Y.Doc): Promise<string> {
  const texts = createInstance()
  await texts.init({ lng: 'de', resources: { de: { translation: de } } })
  const live = memorySession()
  Y.applyUpdate(live.doc, Y.encodeStateAsUpdate(doc))
  const session = outgoingSession(live, texts.t)
  const drawn = JSON.stringify(session.doc.toJSON())
  session.destroy()
  live.destroy()
  return drawn
}

/** What each way out holds, as text. */
async function waysOut(doc: Y.Doc): Promise<Record<string, string>> {
  const snapshot = takeSnapshot(doc)
  const outgoing = leaving([snapshot], { instead: '[fehlt]' })
  const sources = [
    { name: 'Gruppe', kind: 'project' as const, document: outgoing.documents[0]!, history: [] },
  ]
  const settings = { title: 'Werkstatt', language: 'de', timeZone: 'Europe/Berlin', exportedAt: 1 } as const
  const report = reportOf(sources, outgoing, settings)
  const tree = resultsTree(report)
  return {
    Markdown: markdownOf(tree),
    'PDF, DOCX, ODT, HTML': JSON.stringify(tree),
    CSV: csvOf(cardTable(report, { withIds: true }), 'de', report.notice),
    'XLSX, ODS': JSON.stringify(bookOf(report, { withIds: true })),
    'JSON for managers': JSON.stringify(outgoing.documents),
    'PNG, SVG': await pictureOf(doc),
    'JSON, complete': JSON.stringify(inFull(snapshot)),
  }
}

const BEGIN = '<!-- ways out × withheld content: written by tests/unit/ways-out-table.test.ts -->'
const END = '<!-- end -->'
const file = join(projectRoot, 'docs/consent.md')
const withoutSpace = (text: string) => text.replace(/[\s-]+/g, '')

it('what each way out holds is what the docs say; WRITE_DOCS=1 writes it there', async () => {
  const ways = await waysOut(group())
  const names = Object.keys(ways)
  const rows = Object.entries(contents).map(([content, word]) => [
    content,
    ...names.map((way) => (ways[way]!.includes(word) ? '**there**' : 'missing')),
  ])
  const lines = [['in the group', ...names], ['', ...names].map(() => '---'), ...rows]
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const docs = readFileSync(file, 'utf8')
  const [start, end] = [docs.indexOf(BEGIN), docs.indexOf(END)]
  expect(start).toBeGreaterThan(0)
  if (process.env.WRITE_DOCS === '1')
    writeFileSync(file, `${docs.slice(0, start + BEGIN.length)}\n\n${table}\n\n${docs.slice(end)}`)
  const written = readFileSync(file, 'utf8')
  const shown = written.slice(written.indexOf(BEGIN) + BEGIN.length, written.indexOf(END))
  expect(withoutSpace(shown)).toBe(withoutSpace(table))
  // The table may say much; this it never may
  for (const [content, ...cells] of rows)
    if (!/^quote, released$|^paraphrase/.test(content!))
      expect([content, ...cells.slice(0, -1)]).toEqual([content, ...cells.slice(0, -1).map(() => 'missing')])
})
