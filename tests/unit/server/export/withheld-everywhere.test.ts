import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, turnInto, type NewArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { commentMap } from '#shared/document/comments.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { Item } from '#shared/kinds/field.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { contentNames, formatsOf, type ExportFormat } from '#shared/protocol/export-formats.ts'
import { downloadName } from '#server/http/download-name.ts'
import { noHouse } from '#tests/support/no-house.ts'
import type { Material } from '#server/export/material.ts'
import { previewOf } from '#server/export/preview.ts'
import { writeFile } from '#server/export/write-file.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import { wordsInFile } from '#tests/support/words-in-file.ts'

const NOW = Date.UTC(2026, 2, 12, 15, 5)
const page = 'page:solution-ideas'
const workshopId = newId<never>()
const groupId = newId<never>()
const folder = mkdtempSync(join(tmpdir(), 'werkraum-withheld-'))
afterAll(() => rmSync(folder, { recursive: true }))

const said =
  'Unser Bürgermeister hat die Übergabe der Bauanträge jahrelang höchstpersönlich verzögert, damit bis zur Wahl niemand nachfragt.'
/** From an interview that was refused after its quote had been released. */
const refused =
  'Die Kollegin vom Empfang führt seit Jahren heimlich eine zweite Liste, weil sie dem neuen Verfahren nicht über den Weg traut.'

/** How somebody may write down what was said. `~` is replaced by a word that tells one place from the next. */
const spellings: Record<string, string> = {
  exact: `~ ${said}`,
  decomposed: `~ ${said.normalize('NFD')}`,
  twoLetters: `~ ${said.replaceAll('ü', 'ue').replaceAll('Ü', 'Ue').replaceAll('ä', 'ae').replaceAll('ö', 'oe')}`,
  bare: `~ ${said.normalize('NFD').replaceAll(/\p{M}/gu, '')}`,
  hyphenated: `~ ${said.replace('Bauanträge', 'Bauan-\r\nträge').replace('höchstpersönlich', 'höchst-\npersönlich').replace('Bürgermeister', 'Bürger¬\nmeister')}`,
  typo: `~ ${said.replace('Übergabe', 'Übegabe').replace('jahrelang', 'jahrealng').replace('nachfragt', 'nachfrägt')}`,
  middle: '~ die Übergabe der Bauanträge jahrelang höchstpersönlich verzögert',
  end: '~ verzögert, damit bis zur Wahl niemand nachfragt',
  capitals: `~ ${said.toUpperCase()}`,
  spaced: `~ ${[...said].join('\u200a')}`,
  quoted: `~\n> ${said.replaceAll(' ', '\n> ').slice(0, 150)}`,
}

type Add = (
  card: Pick<NewArtefact, 'kind' | 'fields' | 'links' | 'tags'>,
) => ReturnType<typeof createArtefact>
interface Group {
  add: Add
  roots: ReturnType<typeof rootsOf>
}

/** Where words can stand. Each writes `words` down there. */
const places: Record<string, (words: string, group: Group) => void> = {
  note: (words, { add }) => void add({ kind: 'note', fields: { text: words } }),
  decision: (words, { add }) => void add({ kind: 'decision', fields: { text: words } }),
  task: (words, { add }) => void add({ kind: 'task', fields: { text: words } }),
  tag: (words, { add }) => void add({ kind: 'note', fields: { text: 'Harmlos' }, tags: [words] }),
  cell: (words, { add }) =>
    void add({ kind: 'minutes', fields: { title: 'Runde', points: points([words]) } }),
  frame: (words, { roots }) => drawn(roots, { type: 'frame', props: { w: 99, h: 99, name: words } }),
  label: (words, { roots }) => {
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
    drawn(roots, { type: 'text', props: { richText: { type: 'doc', content } } })
  },
  property: (words, { roots }) =>
    drawn(roots, { type: 'geo', props: { w: 9, h: 9, geo: 'ellipse' }, meta: { [words]: 1 } }),
  pageName: (words, { add, roots }) => {
    const id = `page:x${roots.board.size}`
    writeRecord(roots.board, { id, typeName: 'page', name: words, index: `a${roots.board.size}`, meta: {} })
    placeArtefact(roots.board, {
      artefactId: add({ kind: 'note', fields: { text: 'Harmlos' } }),
      ...{ parentId: id, x: 0, y: 0, w: 99, h: 99 },
    })
  },
  comment: (words, { add, roots }) => {
    const artefactId = add({ kind: 'note', fields: { text: 'Harmlos' } })
    const author = { memberId: newId<MemberId>(), name: 'Jana', organisation: '' }
    const comment = { artefactId, text: words, author, createdAt: 1, parent: null, mentions: [], done: null }
    roots.comments.set(newId<string>(), commentMap(comment))
  },
}

const points = (texts: readonly string[]): Item[] =>
  texts.map((text, n) => ({ id: newId<string>(), order: `a${n}`, fields: { text } }))

let shapes = 0
function drawn({ board }: Group['roots'], shape: { type: string; props: object; meta?: object }): void {
  const id = `shape:drawn${shapes++}`
  const common = { typeName: 'shape', parentId: page, index: 'a9', x: 0, y: 0, rotation: 0 } as const
  writeRecord(board, { ...common, isLocked: false, opacity: 1, meta: {}, ...shape, id })
}

const marks: string[] = []
const marked = (words: string): string => {
  const mark = `Merkwort${String(marks.length).padStart(3, '0')}x`
  marks.push(mark)
  return words.replace('~', mark)
}

function document(): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 1 }))
  const roots = rootsOf(doc)
  doc.transact(() => {
    const add: Add = (card) => {
      const common = { phase: 'solution', createdAt: NOW, authorship: { as: 'anonymous' } } as const
      const artefactId = createArtefact(roots.artefacts, { ...card, ...common })
      placeArtefact(roots.board, { artefactId, parentId: page, x: 0, y: 0, w: 200, h: 160 })
      return artefactId
    }
    add({ kind: 'note', fields: { text: 'Gegenprobe' } })
    add({ kind: 'quote', fields: { wording: said } })
    for (const write of Object.values(places))
      for (const words of Object.values(spellings)) write(marked(words), { add, roots })
    const parts = said.split(' ')
    const piece = (n: number) => parts.slice(n * 3, n * 3 + 3).join(' ')
    const pieces = [marked(`~ ${piece(0)}`), ...[1, 2, 3, 4, 5].map(piece)]
    add({
      kind: 'minutes',
      fields: { title: 'Runde', points: points(pieces) },
    })
    const interview = add({
      kind: 'interview',
      fields: { title: marked('~ Empfang'), consent: 'refused', transcript: `Anfang. ${refused} Ende.` },
    })
    const source = { interviewId: interview, start: 8, end: 8 + refused.length }
    const open = { wording: refused, release: 'released' }
    add({ kind: 'quote', fields: { ...open, source, topic: marked('~') } })
    // Typed once more and released, without the interview that it is from
    add({ kind: 'quote', fields: { ...open, wording: marked(`~ ${refused}`) } })
    add({ kind: 'note', fields: { text: marked(`~ ${refused}`) } })
    const short = 'Das liegt bei der Chefin im Schrank.'
    const turned = add({ kind: 'quote', fields: { wording: short, release: 'released', source } })
    turnInto(roots.artefacts, turned, 'note')
    add({ kind: 'note', fields: { text: marked(`~ ${short}`) } })
  })
  return Y.encodeStateAsUpdate(doc)
}

const memberId = newId<MemberId>()
const candidate = newId<string>()
const vote = {
  ...{ id: 'v', pageId: null, candidates: [candidate], secret: true, trial: false, parts: 'none' },
  kind: { type: 'consent' },
  electorate: { roles: ['participant'], organisationKinds: null },
}
const step = { id: 's', instruction: '', plannedMinutes: 9, phase: 'solution', pageId: page, methodId: null }

function history(): StoredEnvelope[] {
  const reasons = Object.values(spellings).map(marked)
  const lines = [{ candidate, points: 1, spread: [2, 1, 0], reasons }]
  const events = [
    { type: 'VotePrepared', vote: { ...vote, question: marked(spellings.middle!) } },
    { type: 'VoteCounted', voteId: 'v', result: { ballots: 3, lines, parts: [] } },
    {
      ...{ type: 'StepStarted', how: 'start', former: null },
      step: { ...step, title: marked(spellings.end!), mode: { type: 'open' }, deadline: null },
    },
  ]
  return events.map((event, n) => ({ seq: n + 1, at: NOW + n, by: memberId, event }))
}

function meeting(): Meeting {
  const titles = Object.values(spellings).map(marked)
  const common = { instruction: '', minutes: 9, activity: 'work', phase: null, pageId: null } as const
  const more = { methodId: null, mode: { type: 'open' }, note: '' } as const
  return {
    ...{
      id: newId(),
      title: marked(spellings.exact!),
      startsAt: NOW,
      minutes: 60,
      groupIds: 'all',
      note: '',
    },
    place: { type: 'inPerson', where: marked(spellings.middle!) },
    steps: titles.map((title, n) => ({ ...common, ...more, title, id: n === 0 ? 's' : `s${n}` })),
  }
}

let material: Material
beforeAll(() => {
  const person = { workshopId, accountId: null, organisationId: null, joinedAt: 1, mayChooseGroup: false }
  material = {
    workshop: {
      id: workshopId,
      title: marked(spellings.typo!),
      language: 'de',
      createdAt: NOW,
      isSample: false,
    },
    scope: 'group',
    members: [
      {
        ...{ ...person, id: memberId, name: marked(spellings.end!), organisation: marked(spellings.middle!) },
        ...{ organisationKind: 'municipality', role: 'participant', groupIds: 'all', removedAt: null },
        ...{ standing: 'present', standsInFor: null },
      },
    ],
    beside: [],
    house: noHouse,
    meetings: [meeting()],
    summaries: [{ groupId, text: Object.values(spellings).map(marked).join('\n\n') }],
    groups: [
      {
        group: {
          ...{ id: groupId, workshopId, kind: 'project', position: 1, generation: 1 },
          name: marked(spellings.decomposed!),
        },
        updates: [document()],
        history: history(),
        versions: [{ name: marked(spellings.hyphenated!), createdAt: NOW, reason: 'manual' }],
        assets: [],
        asset: async () => null,
      },
    ],
  }
})

/** Formats of one content are written from the same words (every-format.test.ts); of each the quickest to read. */
const quickest: readonly ExportFormat[] = ['html', 'csv', 'xlsx', 'svg', 'zip', 'json']
const files = contentNames.flatMap((content) =>
  formatsOf(content)
    .filter((format) => quickest.includes(format))
    .map((format) => ({ content, format })),
)

describe('S13: what was said, however it is spelled and wherever it stands', () => {
  it.each(files)(
    'stays out of $content as $format, out of its name and out of the words of the look at it before',
    { timeout: 240_000 },
    async (file) => {
      const pieces: Uint8Array[] = []
      const settings: WriteSettings = {
        ...{ language: 'de', timeZone: 'Europe/Berlin', exportedAt: NOW, quotes: 'released', withIds: true },
        ...{
          chapters: dossierChapters,
          meetingId: null,
          retentionYears: 10,
          pdfStandard: 'ua-1',
          cardId: null,
          pageId: null,
        },
        ...file,
      }
      const write = (bytes: Uint8Array) => void pieces.push(bytes)
      const { titles, isReduced } = (await writeFile(material, settings, { write, folder }))!
      expect(isReduced).toBe(true)
      const words = await wordsInFile(Buffer.concat(pieces), file.format)
      const all = `${downloadName(titles, settings, isReduced)}\n${words}`
      expect(marks.length).toBeGreaterThan(130)
      expect(marks.filter((mark) => all.includes(mark))).toEqual([])
      expect(all).not.toMatch(/höchstpersönlich|Bauanträge|zweite Liste/i)
      // Pages that are looked at as pictures say no words: only what is looked at as text is claimed
      const looks = [
        settings,
        ...(formatsOf(file.content).includes('markdown')
          ? [{ ...settings, format: 'markdown' as const }]
          : []),
      ]
      const look = JSON.stringify(
        await Promise.all(looks.map((wanted) => previewOf(material, wanted, folder))),
      )
      expect(look).toMatch(/"type":"(html|text|sheet|holds|page)"/)
      expect(marks.filter((mark) => look.includes(mark))).toEqual([])
      expect(look).not.toMatch(/höchstpersönlich|Bauanträge|zweite Liste/i)
      if (/results|tables|data/.test(file.content)) expect(words).toContain('Gegenprobe')
    },
  )
})
