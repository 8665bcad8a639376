import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { afterAll, expect, it } from 'vitest'
import { downloadName } from '#server/http/download-name.ts'
import { noHouse } from '#tests/support/no-house.ts'
import type { Material } from '#server/export/material.ts'
import { writeFile } from '#server/export/write-file.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import { newId } from '#shared/base/ids.ts'
import { createArtefact, textOf, turnInto, type NewArtefact } from '#shared/document/artefacts.ts'
import { commentMap } from '#shared/document/comments.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import type { Item } from '#shared/kinds/field.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { projectRoot } from '#tests/support/module-graph.ts'
import { wordsInFile } from '#tests/support/words-in-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'werkraum-ways-'))
afterAll(() => rmSync(folder, { recursive: true }))

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
  'cells of a table that repeat one together': 'Zellenteil',
  'name of a page that repeats one': 'Seitenabschrift',
  'name of the group that repeats one': 'Gruppenabschrift',
  'title of the workshop that repeats one': 'Titelabschrift',
  'title of a step on the agenda that repeats one': 'Ablaufabschrift',
  'objection in a vote that repeats one': 'Einwandabschrift',
  'quote of a refused interview, turned into a note': 'Schrankchefin',
  'slide of a pitch that repeats one': 'Folienabschrift',
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
    const points = wording.split(/(?<=Zimtquote kennt|im ganzen) /).map((text, n): Item => ({
      id: newId(),
      order: `a${n}`,
      fields: { text: n === 0 ? `Zellenteil ${text}` : text },
    }))
    add({ kind: 'minutes', fields: { title: 'Runde', points } })
    add({ kind: 'pitch', fields: { title: 'Vorstellung', need: `Folienabschrift ${wording}` } })
    const turned = {
      wording: 'Schrankchefin, sonst keiner, nie.',
      release: 'released',
      source: source(refused),
    }
    turnInto(artefacts, add({ kind: 'quote', fields: turned }), 'note')
    writeRecord(board, {
      id: 'page:told',
      typeName: 'page',
      name: `Seitenabschrift ${wording}`,
      index: 'a9',
      meta: {},
    })
    placeArtefact(board, {
      artefactId: add({ kind: 'note', fields: { text: 'Auf der Seite' } }),
      ...{ parentId: 'page:told', x: 0, y: 0, w: 200, h: 160 },
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

const place = { phase: null, pageId: null, methodId: null } as const
const mode = { activity: 'work', mode: { type: 'open' } } as const
const step = { id: 's', instruction: '', minutes: 9, ...place, ...mode, note: '' }
const vote = {
  ...{
    id: 'v',
    question: 'Was nun?',
    pageId: null,
    candidates: [newId<string>()],
    secret: true,
    trial: false,
  },
  ...{
    parts: 'none',
    kind: { type: 'consent' },
    electorate: { roles: ['participant'], organisationKinds: null },
  },
}

function material(doc: Y.Doc): Material {
  const workshopId = newId<never>()
  const lines = [
    { candidate: vote.candidates[0], points: 1, spread: [2, 1, 0], reasons: [`Einwandabschrift ${wording}`] },
  ]
  const events = [
    { type: 'VotePrepared', vote },
    { type: 'VoteCounted', voteId: 'v', result: { ballots: 3, lines, parts: [] } },
  ]
  return {
    workshop: {
      id: workshopId,
      title: `Titelabschrift ${wording}`,
      language: 'de',
      createdAt: 1,
      isSample: false,
    },
    ...{ scope: 'group', members: [], beside: [] },
    house: noHouse,
    summaries: [{ groupId: null, text: `Kurzabschrift ${wording}` }],
    meetings: [
      {
        ...{ id: newId(), title: 'Runde', startsAt: 1, minutes: 60, groupIds: 'all', note: '' },
        place: { type: 'inPerson', where: '' },
        steps: [{ ...step, title: `Ablaufabschrift ${wording}` }],
      },
    ],
    groups: [
      {
        group: {
          ...{ id: newId(), workshopId, kind: 'project', position: 1, generation: 1 },
          name: `Gruppenabschrift ${wording}`,
        },
        updates: [Y.encodeStateAsUpdate(doc)],
        history: events.map((event, n) => ({ seq: n + 1, at: n + 1, by: newId(), event })),
        ...{ versions: [], assets: [], asset: async () => null },
      },
    ],
  }
}

/** What each way out holds, as text. */
async function waysOut(doc: Y.Doc): Promise<Record<string, string>> {
  const of = material(doc)
  const meetingId = of.meetings[0]!.id
  const names: string[] = []
  const written = async (wanted: Pick<WriteSettings, 'content' | 'format'> & Partial<WriteSettings>) => {
    const settings: WriteSettings = {
      ...{ language: 'de', timeZone: 'Europe/Berlin', exportedAt: 1, quotes: 'released', withIds: true },
      ...{
        chapters: dossierChapters,
        meetingId,
        retentionYears: 10,
        pdfStandard: 'ua-1',
        cardId: null,
        pageId: null,
        ...wanted,
      },
    }
    const pieces: Uint8Array[] = []
    const target = { write: (bytes: Uint8Array) => void pieces.push(bytes), folder }
    const { titles, isReduced } = (await writeFile(of, settings, target))!
    if (settings.quotes === 'released') names.push(downloadName(titles, settings, isReduced))
    return wordsInFile(Buffer.concat(pieces), settings.format)
  }
  return {
    Markdown: await written({ content: 'results', format: 'markdown' }),
    'PDF, DOCX, ODT, HTML': await written({ content: 'results', format: 'html' }),
    dossier: await written({ content: 'dossier', format: 'html' }),
    minutes: await written({ content: 'minutes', format: 'html' }),
    slides: await written({ content: 'slides', format: 'pptx' }),
    CSV: await written({ content: 'tables', format: 'csv' }),
    'XLSX, ODS': await written({ content: 'tables', format: 'xlsx' }),
    'all pages as pictures': await written({ content: 'pictures', format: 'svg' }),
    'ZIP for the records': await written({ content: 'archive', format: 'zip' }),
    'JSON for managers': await written({ content: 'data', format: 'json' }),
    'page as PNG, SVG': await written({ content: 'pictures', format: 'svg', pageId: page }),
    'names of files': names.join('\n'),
    'JSON, complete': await written({ content: 'data', format: 'json', quotes: 'all' }),
  }
}

const BEGIN = '<!-- ways out × withheld content: written by tests/unit/ways-out-table.test.ts -->'
const END = '<!-- end -->'
const file = join(projectRoot, 'docs/consent.md')
const withoutSpace = (text: string) => text.replace(/[\s-]+/g, '')

it(
  'what each way out holds is what the docs say; WRITE_DOCS=1 writes it there',
  { timeout: 180_000 },
  async () => {
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
        expect([content, ...cells.slice(0, -1)]).toEqual([
          content,
          ...cells.slice(0, -1).map(() => 'missing'),
        ])
  },
)
