import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { leaving } from '#shared/consent/leaving.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { bookOf } from '#server/export/sheets/book.ts'
import { odsOf } from '#server/export/sheets/ods.ts'
import { xlsxOf } from '#server/export/sheets/xlsx.ts'
import { newId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { withoutControls } from '#shared/base/visible-text.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import { csvOf } from '#shared/report/csv.ts'
import { asciiName, contentDisposition, fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import { markdownOf as writtenAs } from '#shared/report/markdown.ts'
import { resultsTree } from '#shared/report/results-tree.ts'
import { reportOf } from '#shared/report/outline.ts'
import type { Report } from '#shared/report/report.ts'
import { allTables, cardTable } from '#shared/report/table.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { belowTitle, openedBook, textsInZip } from '#tests/support/sheets.ts'
import { released, sampleGroup } from '#tests/support/sample-group.ts'

const markdownOf = (outline: Report) => writtenAs(resultsTree(outline))

const NOW = Date.UTC(2026, 2, 29, 1, 30)
const history = [
  {
    seq: 1,
    at: NOW,
    by: newId<never>(),
    event: { type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:x' },
  },
] as const

function report(
  doc: Y.Doc = sampleGroup(),
  language: 'de' | 'en' = 'de',
  events: readonly StoredEnvelope[] = history,
): Report {
  const outgoing = leaving([takeSnapshot(doc)], { instead: '[…]' })
  const sources = [
    { name: 'Gruppe A', kind: 'project', document: outgoing.documents[0]!, history: events },
  ] as const
  return reportOf(sources, outgoing, {
    title: 'Werkstatt',
    language,
    timeZone: 'Europe/Berlin',
    exportedAt: NOW,
  })
}

/** A group whose cards say just these texts. */
function saying(texts: readonly string[]): Y.Doc {
  const doc = sampleGroup()
  const { artefacts, board } = rootsOf(doc)
  doc.transact(() => {
    texts.forEach((text, n) => {
      const authorship = { as: 'anonymous' } as const
      const fields = { sentence: text, benefit: text }
      const artefactId = createArtefact(artefacts, {
        kind: 'idea',
        phase: 'solution',
        createdAt: NOW,
        authorship,
        fields,
      })
      placeArtefact(board, {
        artefactId,
        parentId: 'page:solution-ideas',
        x: 0,
        y: 1000 + n * 200,
        w: 10,
        h: 10,
      })
    })
  })
  return doc
}

/** A strict reader of RFC 4180, so that the writer is not checked by itself. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(`"((?:[^"]|"")*)"(${separator}|\r\n)`, 'y')
  cell.lastIndex = 1
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)!.push(found[1]!.replaceAll('""', '"'))
    if (found[2] === '\r\n') rows.push([])
    if (cell.lastIndex === text.length) break
  }
  return rows.slice(0, -1)
}

const nasty = [
  '=1+1',
  '+49 511 120',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =HYPERLINK("http://x.example";"Klick")',
  '＝1+1',
  'Semikolon; Komma, "Anführung"\nneue Zeile',
  '_x0041_ bleibt',
  'Steuer\u0001zeichen und \ud800 halbes Zeichen',
  '<script>alert(1)</script>',
]

const withoutIds = { withIds: false } as const
const tables = [
  ['XLSX', (outline: Report) => xlsxOf(bookOf(outline, allTables(outline, withoutIds)))],
  ['ODS', (outline: Report) => odsOf(bookOf(outline, allTables(outline, withoutIds)))],
] as const

describe('S15: spreadsheets', () => {
  it('get no formula by CSV, and every text whole', (context) => {
    const text = csvOf(cardTable(report(saying(nasty)), withoutIds), 'de')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = readCsv(text, ';')
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    const cells = rows.flat()
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([])
    for (const words of nasty.map((each) => withoutControls(each).trim())) {
      expect(cells.map((cell) => cell.replace(/^'\s*/, ''))).toContain(words)
    }
    tellFigure(context, `CSV: ${cells.length} cells read again, 0 formulas`)
  })

  it('split at the separator their language uses', () => {
    expect(readCsv(csvOf(cardTable(report(), withoutIds), 'de'), ';').length).toBeGreaterThan(4)
    expect(
      readCsv(csvOf(cardTable(report(sampleGroup(), 'en'), withoutIds), 'en'), ',').length,
    ).toBeGreaterThan(4)
  })

  it.each(tables)('get no formula by %s, and what people wrote as text, intact', (format, fileOf) => {
    const { sheets } = openedBook(fileOf(report(saying(nasty))))
    const cells = sheets.flatMap((sheet) => [...sheet.cells.values()])
    expect(cells.length).toBeGreaterThan(60)
    expect(cells.filter(({ t, f }) => f !== undefined || !['s', 'n', 'd'].includes(t))).toEqual([])
    const texts = cells.map(({ v }) => String(v))
    // The reader takes Excel's escapes for some in ODS, too, where there are none
    const legible = nasty.slice(0, 10).filter((words) => format === 'XLSX' || !words.startsWith('_x'))
    for (const words of legible) expect(texts).toContain(words.replace(/\r/g, '\n').trim())
    expect(texts.some((text) => text.includes('Steuerzeichen'))).toBe(true)
  })

  it.each(tables)(
    'can sort and add up numbers, days and moments of %s, as the clock showed them',
    (format, fileOf) => {
      const { sheet } = openedBook(fileOf(report()))
      const cell = (name: string, column: string) => belowTitle(sheet(name), column)?.v
      const moment = (value: unknown) => (value as Date).toISOString().slice(0, 16)
      const overview = [...sheet('Übersicht').values()].map(({ v }) => v)
      expect(overview[overview.indexOf('Ideen') + 1]).toBe(2)
      expect(cell('Interviews', 'Dauer in Minuten')).toBe(50)
      expect(moment(cell('Interviews', 'Datum des Gesprächs')), format).toBe('2026-02-20T00:00')
      expect(moment(cell('Interviews', 'Angelegt')), format).toBe('2026-03-02T10:30')
    },
  )

  it('print on A4, one page wide, with the head on every page', () => {
    const xlsx = textsInZip(tables[0][1](report()))
    expect(xlsx.get('xl/worksheets/sheet3.xml')).toContain(
      'paperSize="9" orientation="landscape" fitToWidth="1"',
    )
    expect(xlsx.get('xl/worksheets/sheet3.xml')).toContain('state="frozen"')
    expect(xlsx.get('xl/workbook.xml')).toContain("'Interviews'!$1:$1")
    const ods = textsInZip(tables[1][1](report()))
    expect(ods.get('content.xml')!.match(/<table:table-header-rows>/g)).toHaveLength(5)
    expect(ods.get('styles.xml')).toContain('style:scale-to-X="1"')
  })

  it('hold what a kind has and no ids, unless somebody wants to bring them together again', () => {
    const titlesOf = (withIds: boolean) => {
      const cells = openedBook(xlsxOf(bookOf(report(), allTables(report(), { withIds })))).sheet('Ideen')
      return [...cells].flatMap(([at, { v }]) => (/^[A-Z]+1$/.test(at) ? [v] : []))
    }
    expect(titlesOf(false)).toEqual([
      'Die Idee in einem Satz',
      'Was bringt sie wem?',
      'Beruht auf',
      'Stand',
      'Geschrieben von',
      'Angelegt',
    ])
    expect(titlesOf(true)).toContain('Kennung')
  })
})

it('a sheet without rows has columns of some width, however long their heads are', () => {
  const columns = Array.from({ length: 5 }, (_, n) => `Projektgruppe Digitale Antragsverfolgung ${n}`)
  const { sheets } = bookOf(report(), [{ name: 'Überblick', columns, rows: [] }])
  for (const { columns: written, headHeight } of sheets.slice(-1))
    for (const figure of [headHeight, ...written.map(({ width }) => width)]) expect(figure).toBeGreaterThan(0)
})

describe('the Markdown report', () => {
  it('S14: shows people’s text and runs none of it', () => {
    const attacks = [
      '<img src=x onerror=alert(1)>',
      '[klick](javascript:alert(1))',
      '# Überschrift',
      '- Liste\n\n---\n***',
      '| a | b |',
      '`code` *fett* _kursiv_',
      'https://evil.example/x',
      'Bund & Land &copy; ![Bild](x)',
    ]
    const text = markdownOf(report(saying(attacks)))
    // Only our own anchors and what leads to them
    expect(text).not.toMatch(/<(?!a id="card-\d+"><\/a>|\/a>)/)
    expect(text).not.toMatch(/[^\\]\]\((?!#card-\d+\))/)
    expect(text).not.toContain('https://evil')
    expect(text).not.toMatch(/^\s*(?:- )?# Überschrift/m)
    expect(text).not.toMatch(/^\s*(---|\*\*\*)$/m)
    expect(text).toContain('Bund & Land &amp;copy; !\\[Bild\\](x)')
    expect(text).toContain('\\`code\\` \\*fett\\* \\_kursiv\\_')
  })

  it('leads from phases to pages, areas and cards, and leaves out what is empty', () => {
    const headings = markdownOf(report())
      .split('\n')
      .filter((line) => line.startsWith('#'))
    expect(headings).toEqual([
      '# Werkstatt',
      '## Gruppe A',
      '### Verlauf',
      '### Vorbereitung',
      '#### Interviews & O-Töne',
      '##### Interviewprotokolle',
      '#### 2×2-Matrix',
      '##### strategisch · organisatorisch',
      '##### operativ · organisatorisch',
      '### Lösungsraum: Ideen, Prototypen, Tests',
      '#### Ideen',
      '##### Engere Auswahl',
    ])
  })

  it('leaves out cards in which nobody wrote', () => {
    const cards = (texts: string[]) => report(saying(texts)).groups[0]!.cards.length
    expect(cards(['', ' ', 'Eine Idee'])).toBe(cards(['Eine Idee']))
  })

  it('says where a quote stands, what an idea rests on, and when a phase began where the people are', () => {
    const text = markdownOf(report())
    expect(text).toContain('Interview „Amtsleitung Bauamt“')
    expect(text).toContain('*· Belege* [\\[1\\]](#card-2) *· ein Interview*')
    // 01:30 UTC on the night summer time begins is half past three in Germany.
    expect(text).toContain('29.03.2026, 03:30 Uhr: Lösungsraum')
    expect(text).not.toContain('Beiseitegelegt')
  })

  it('is complete in English', () => {
    const text = markdownOf(report(sampleGroup(), 'en'))
    expect(text).toContain('*· Evidence* [\\[1\\]](#card-2) *· one interview*')
    expect(text).toContain('One quote has not been released')
  })
})

describe('consent', () => {
  it('withholds what was said in an interview whose consent was refused, released or not', () => {
    const doc = sampleGroup()
    for (const artefact of rootsOf(doc).artefacts.values()) {
      if (artefact.get('kind') === 'interview') artefact.set('f.consent', 'refused')
    }
    const text = markdownOf(report(doc))
    expect(text).not.toContain('Der Antrag liegt')
    expect(text).not.toContain('Bauamt')
    expect(text).toContain('Interview ohne Einwilligung')
  })
})

describe('words that one quote releases', () => {
  it('are shown, although a copy of that quote is not released', () => {
    const doc = sampleGroup()
    const { artefacts } = rootsOf(doc)
    const fields = { wording: released, release: 'group' }
    const authorship = { as: 'anonymous' } as const
    createArtefact(artefacts, { kind: 'quote', phase: 'preparation', createdAt: NOW, authorship, fields })
    expect(markdownOf(report(doc))).toContain(`„${released}“`)
  })
})

describe('S17: names of files', () => {
  it.each([
    [['../../etc/passwd'], 'etc-passwd.md'],
    [['..\\..\\Windows', 'CON'], 'Windows_CON.md'],
    [['CON'], 'Werkraum_CON.md'],
    [['...'], 'Werkraum.md'],
    [['Straße & Söhne: "Anträge"'], 'Straße-Söhne-Anträge.md'],
    [['a\u202egpj.exe\r\nSet-Cookie: x=1'], 'a-gpj.exe-Set-Cookie-x=1.md'],
    [['x'.repeat(500)], `${'x'.repeat(120)}.md`],
  ])('stay in the folder: %j', (parts, name) => {
    expect(fileName(parts, 'md')).toBe(name)
  })

  it('travel in headers that hold one line of ASCII', () => {
    const header = contentDisposition(fileName(['Größe "Ł" \ud83d\ude00'], 'csv'))
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.~-]+$/)
    expect(asciiName('Übergröße')).toBe('Uebergroesse')
  })
})

describe('local time', () => {
  it('gives the day the people live in, not the server’s', () => {
    expect(localTime('de').fileDate(Date.UTC(2026, 0, 31, 23, 30))).toBe('2026-02-01')
    expect(localTime('en').moment(Date.UTC(2026, 6, 1, 12))).toBe('01/07/2026, 14:00')
  })
})

describe('words that stand on the sheet itself', () => {
  it('are told under their page: free text, and labels of shapes and arrows', () => {
    const doc = sampleGroup()
    const rich = (text: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const drawn = (id: string, type: string, y: number, props: object) => ({
      ...{ id, type, typeName: 'shape', parentId: 'page:solution-ideas', index: 'a8' },
      ...{ x: 0, y, rotation: 0, isLocked: false, opacity: 1, meta: {}, props },
    })
    doc.transact(() => {
      const { board } = rootsOf(doc)
      writeRecord(board, drawn('shape:words', 'text', 3_000, { richText: rich('Ohne Konto, mit Zettel') }))
      writeRecord(board, drawn('shape:box', 'geo', 3_200, { richText: rich('Amt A') }))
      writeRecord(board, drawn('shape:way', 'arrow', 3_400, { text: 'ruft an' }))
    })
    expect(markdownOf(report(doc))).toContain(
      '*Auf der Tafel steht:*\n\n- Ohne Konto, mit Zettel\n- Amt A\n- ruft an\n',
    )
  })
})

describe('a document', () => {
  it('tells a card once, and leads there from wherever else it lies', () => {
    const doc = saying(['Ein Zettel am Vorgang'])
    const { artefacts, board } = rootsOf(doc)
    const id = [...artefacts.keys()].find(
      (key) => String(artefacts.get(key)?.get('f.sentence')) === 'Ein Zettel am Vorgang',
    )!
    placeArtefact(board, {
      artefactId: id,
      parentId: 'shape:solution-ideas-shortlist',
      x: 0,
      y: 0,
      w: 9,
      h: 9,
    })
    const text = markdownOf(report(doc))
    expect(text.match(/Was bringt sie wem\?\*\* Ein Zettel am Vorgang/g)).toHaveLength(1)
    expect(text).toMatch(/^- Ein Zettel am Vorgang \[\*\(siehe „[^\]]+\*\]\(#card-\d+\)/m)
  })

  it('says nothing of colours, and tells short notes as one list', () => {
    const doc = sampleGroup()
    const { artefacts, board } = rootsOf(doc)
    for (const [n, text] of ['Erste Notiz', 'Zweite Notiz'].entries()) {
      const artefactId = createArtefact(artefacts, {
        kind: 'note',
        phase: 'solution',
        createdAt: NOW,
        authorship: { as: 'anonymous' },
        fields: { text, colour: 'pink' },
      })
      placeArtefact(board, {
        artefactId,
        parentId: 'page:closing-partners',
        x: 0,
        y: 900 + n * 200,
        w: 9,
        h: 9,
      })
    }
    const text = markdownOf(report(doc))
    expect(text).toContain('- Erste Notiz\n- Zweite Notiz\n')
    expect(text).not.toMatch(/Farbe|Rosa/)
  })

  it('gives the results of votes as tables, ties as ties', () => {
    const doc = saying(['Idee Eins', 'Idee Zwei'])
    const ids = [...rootsOf(doc).artefacts.entries()].flatMap(([id, map]) =>
      String(map.get('f.sentence')).startsWith('Idee') ? [id] : [],
    )
    const vote = {
      id: 'v1',
      question: 'Was probieren wir?',
      kind: { type: 'dots', dotsPerPerson: 3, dotsPerCard: 2 },
      candidates: ids,
      electorate: { roles: ['participant'], organisationKinds: null },
    }
    const lines = ids.map((candidate) => ({ candidate, points: 4, spread: [2, 1], reasons: [] }))
    const events = [
      { type: 'VotePrepared', vote },
      { type: 'VoteCounted', voteId: 'v1', result: { ballots: 5, lines } },
    ].map((event, n) => ({ seq: n + 1, at: NOW, by: newId<never>(), event }))
    const text = markdownOf(report(doc, 'de', events))
    expect(text).toContain('#### Was probieren wir?')
    expect(text).toContain('Punkte, 5 Stimmzettel, ausgezählt am 29.03.2026, 03:30 Uhr.')
    expect(text).toContain('| Vorschlag | Punkte | Personen | Rang |')
    expect(text).toContain('| 4 | 3 | 1 (gleichauf) |')
  })
})
