import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { leaving } from '#shared/consent/leaving.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { newId } from '#shared/base/ids.ts'
import { dossierChapters, type DossierChapter } from '#shared/kinds/chapters.ts'
import { dossierTree } from '#shared/report/dossier.ts'
import { localTime } from '#shared/report/local-time.ts'
import { heldMeetings, minutesTree } from '#shared/report/minutes.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { reportOf } from '#shared/report/outline.ts'
import type { Participant } from '#shared/report/participants.ts'
import type { Report } from '#shared/report/report.ts'
import type { Block, DocumentTree } from '#shared/report/tree.ts'
import { wordsIn } from '#shared/report/words.ts'
import { everyKind } from '#tests/support/every-kind.ts'

const NOW = Date.UTC(2026, 2, 12, 15, 5)
const people: Participant[] = [
  { organisation: 'Stadt Hohenbrück', organisationKind: 'municipality' },
  { organisation: 'Stadt Hohenbrück', organisationKind: 'municipality' },
  { organisation: 'ITK Osterlohe', organisationKind: 'municipalItProvider' },
]

/** Everything, and an insight that rests on the released quote. */
function group(statement = 'Nicht die Dauer verärgert, sondern die Stille.') {
  const doc = everyKind()
  const { artefacts, board } = rootsOf(doc)
  const quote = [...artefacts.keys()].find((id) =>
    String(artefacts.get(id)?.get('f.wording')).startsWith('Der Antrag liegt'),
  )!
  const artefactId = createArtefact(artefacts, {
    kind: 'insight',
    phase: 'problem',
    createdAt: NOW,
    authorship: { as: 'anonymous' },
    fields: { statement },
    links: [{ type: 'derivedFrom', to: quote as never }],
  })
  placeArtefact(board, { artefactId, parentId: 'page:problem-clusters', x: 0, y: 0, w: 284, h: 196 })
  return takeSnapshot(doc)
}

function report(history: readonly never[] = [], ofGroup = group()) {
  const outgoing = leaving([ofGroup], { instead: '[…]' })
  const source = {
    name: 'Bürgerservice',
    kind: 'project',
    document: outgoing.documents[0]!,
    history,
  } as const
  const settings = {
    title: 'Strategiewerkstatt',
    language: 'de',
    timeZone: 'Europe/Berlin',
    exportedAt: NOW,
  } as const
  return reportOf([source], outgoing, settings)
}

type Written = Parameters<typeof dossierTree>[1]['summaries']
const nobodyWrote: Written = { ofGroups: [[]], ofAll: [] }

const dossier = (
  chapters: readonly DossierChapter[] = dossierChapters,
  summaries = nobodyWrote,
  of = report(),
) =>
  dossierTree(of, {
    chapters,
    participants: { ofGroups: [people], ofAll: people },
    summaries,
    picture: () => null,
    boards: [],
    roadmaps: [],
  })

const headings = ({ blocks }: DocumentTree, level: number) =>
  blocks.flatMap((block) => (block.type === 'heading' && block.level === level ? [block.text] : []))

function linksOf(blocks: readonly Block[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"to":"([^"]+)"/g)].map(([, to]) => to!)
}

describe('a dossier', () => {
  it('has the chapters that were chosen, in their order', () => {
    expect(headings(dossier(['roadmap', 'personas', 'evidence']), 1)).toEqual([
      'Fahrplan',
      'Für wen',
      'Anhang: Belege',
    ])
  })

  it('says on its title page what it is about, who took part and how much stands behind it', () => {
    const { title, cover } = dossier()
    expect(title).toBe('Bürgerservice')
    expect(cover?.about).toContain('Wortchallengequestion')
    expect(cover?.people).toBe('3 Personen aus 2 Organisationen')
    expect(cover?.figures[0]).toEqual({ number: 2, label: 'O-Töne' })
    expect(cover?.summary.paragraphs[0]).toContain('braucht')
  })

  it('begins with what people wrote, and else with a draft that says it is one', () => {
    const summaryWith = (summaries: Written) => dossier(dossierChapters, summaries).cover?.summary
    const drafted = summaryWith(nobodyWrote)
    expect(drafted?.title).toBe('Zusammenfassung (Entwurf aus den Karten der Gruppe)')
    expect(drafted?.paragraphs).toHaveLength(1)
    const [ofGroup, ofAll] = [['Stille', 'verärgert.'], ['Alle zusammen.']] as const
    const title = 'Zusammenfassung'
    expect(summaryWith({ ofGroups: [ofGroup], ofAll })).toEqual({ title, paragraphs: ofGroup })
    expect(summaryWith({ ofGroups: [[]], ofAll })).toEqual({ title, paragraphs: ofAll })
  })

  it('numbers evidence by the insights it stands behind, and leads both ways', () => {
    const { blocks } = dossier()
    const quote = blocks.find((block) => block.type === 'quote' && block.number === 1)
    expect(quote).toMatchObject({ text: expect.stringContaining('Der Antrag liegt') as string })
    const insight = blocks
      .flatMap((block) => (block.type === 'list' ? block.items : []))
      .find(({ runs }) => runs[0]?.text.includes('sondern die Stille'))!
    expect(insight.runs.find(({ text }) => text === '[1]')?.to).toBe((quote as { id: string }).id)
    expect(linksOf([quote!])).toContain(insight.id)
  })

  it('has no link that leads nowhere, whatever chapters are left out', () => {
    for (const chapter of dossierChapters) {
      const { blocks } = dossier(dossierChapters.filter((each) => each !== chapter))
      const ids = [...JSON.stringify(blocks).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
      expect(linksOf(blocks).filter((to) => !ids.includes(to))).toEqual([])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('leads both ways in Markdown, too, and marks nothing that nothing leads to', () => {
    const written = markdownOf(dossier())
    const all = (pattern: RegExp) => [...written.matchAll(pattern)].map(([, id]) => id!)
    const ends = all(/\]\(#([^)]+)\)/g)
    const ids = all(/<a id="([^"]+)"><\/a>/g)
    expect(ids.length).toBeGreaterThan(1)
    expect([...ids].sort()).toEqual([...new Set(ends)].sort())
    const [, quote] = /\[\\\[1\\\]\]\(#([^)]+)\)/.exec(written)!
    expect(written).toMatch(new RegExp(`^> <a id="${quote}"></a>\\\\\\[1\\\\\\] `, 'm'))
  })

  it.each(['unknown', 'person'])(
    'says of an interview neither what nobody has chosen nor what was promised: %s',
    (anonymity) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW }))
      const { artefacts, board } = rootsOf(doc)
      const artefactId = createArtefact(artefacts, {
        kind: 'interview',
        phase: 'preparation',
        createdAt: NOW,
        authorship: { as: 'anonymous' },
        fields: { title: 'Interview 4', minutes: 50, anonymity, consent: 'given' },
      })
      placeArtefact(board, { artefactId, parentId: 'page:problem-insights', x: 0, y: 0, w: 284, h: 196 })
      const text = markdownOf(dossier(['evidence'], nobodyWrote, report([], takeSnapshot(doc))))
      expect(text).toMatch(/^1\. Interview 4 · 50$/m)
    },
  )

  it('leads from a quote to the interview it was taken from, and back', () => {
    const text = markdownOf(dossier(['evidence']))
    const [, interview] = /Aus dem Interview:\*? \[Amtsleitung Bauamt\]\(#([\w-]+)\)/.exec(text)!
    const [, quote] = new RegExp(`<a id="${interview}"></a>Amtsleitung Bauamt.*\\(#([\\w-]+)\\)`).exec(text)!
    expect(text).toMatch(new RegExp(`<a id="${quote}"></a>.*Der Antrag liegt`))
  })

  it('gives a table no caption that says the heading above it again', () => {
    const written = markdownOf(dossier())
    expect(written).toMatch(/^## Wer beteiligt war$/m)
    expect(written).not.toContain('*Wer beteiligt war*')
  })

  it('has no table wider than a page: a journey is told stage by stage', () => {
    const { blocks } = dossier()
    const widths = blocks.flatMap((block) => (block.type === 'table' ? [block.columns.length] : []))
    expect(Math.max(...widths)).toBeLessThan(7)
    const paragraphs = blocks.filter(({ type }) => type === 'paragraph')
    expect(JSON.stringify(paragraphs)).toMatch(/"1\. \S/)
  })

  it('compares short cards in a table, and says there, too, that one is withheld', () => {
    const doc = everyKind()
    const { artefacts, board } = rootsOf(doc)
    for (const [id, card] of artefacts) if (card.get('kind') === 'profile') artefacts.delete(id)
    for (const [n, publication] of ['released', 'released', 'released', 'group'].entries()) {
      const artefactId = createArtefact(artefacts, {
        kind: 'profile',
        phase: 'closing',
        createdAt: NOW,
        authorship: { as: 'anonymous' },
        fields: { name: `Lösung ${n}`, purpose: 'Alles kommt an.', topic: 'Wohngeld', publication },
      })
      placeArtefact(board, { artefactId, parentId: 'page:problem-clusters', x: 0, y: 0, w: 284, h: 196 })
    }
    const text = markdownOf(dossier(dossierChapters, nobodyWrote, report([], takeSnapshot(doc))))
    expect(text).toMatch(/^\| Lösung 2 \| Alles kommt an\. \|.*Wohngeld/m)
    expect(text).not.toContain('Lösung 3')
    expect(text).toContain('Steckbrief nicht freigegeben')
  })

  it('tells nothing twice: a card is written out in one chapter', () => {
    const text = markdownOf(dossier())
    expect(text.match(/\*\*Bedarf:?\*\*/g)).toHaveLength(1)
    expect(text).toContain('| Aufgabe |')
  })
})

describe('what the plenum has of a group', () => {
  const said = 'Nicht die Dauer verärgert, sondern die Stille.'
  const plenum = (...statements: readonly string[]) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'plenum', now: NOW }))
    const { artefacts, board } = rootsOf(doc)
    for (const statement of [...statements, 'Überall fehlt jemand.']) {
      const authorship = { as: 'organisation', organisation: 'Bürgerservice' } as const
      const fields = { statement }
      const card = { kind: 'insight', phase: 'problem', createdAt: NOW, authorship, fields } as const
      const artefactId = createArtefact(artefacts, card)
      placeArtefact(board, { artefactId, parentId: 'page:problem-insights', x: 0, y: 0, w: 284, h: 196 })
    }
    return takeSnapshot(doc)
  }
  const sourcesOf = ({ documents }: Pick<ReturnType<typeof leaving>, 'documents'>) =>
    documents.map((document, n) => ({
      ...({ name: n === 0 ? 'Plenum' : 'Bürgerservice', kind: n === 0 ? 'plenum' : 'project' } as const),
      ...{ document, history: [] },
    }))
  const outgoing = leaving([plenum(said), group()], { instead: '[…]' })
  const [ofPlenum, ofGroup] = sourcesOf(outgoing)
  const settings = { title: 'Werkstatt', language: 'de', timeZone: 'Europe/Berlin', exportedAt: NOW } as const
  const summaries: Written = { ofGroups: [[], []], ofAll: [] }
  const textOf = (of: Report) => markdownOf(dossier(['insights', 'unproven', 'evidence'], summaries, of))

  it('is told with the group, once, beside what it rests on', () => {
    const text = textOf(reportOf([ofPlenum!, ofGroup!], outgoing, settings))
    expect(text.match(new RegExp(`- .*${said}`, 'g'))).toHaveLength(1)
    expect(text).toMatch(new RegExp(`${said}.*Belege`))
    expect(text).toMatch(/Überall fehlt jemand\..*noch unbelegt/)
  })

  it.each([`█████: ${said}`, `[${wordsIn('de').results.report.withheldText}]`])(
    'is not known by what stands in place of words: %s',
    (statement) => {
      const [ofGroupAlike] = leaving([group(statement)], { instead: '[…]' }).documents
      const [document] = leaving([plenum(statement)], { instead: '[…]' }).documents
      const sources = sourcesOf({ documents: [document!, ofGroupAlike!] })
      const { groups } = reportOf(sources, outgoing, settings)
      const [alike] = groups[0]!.cards.filter(({ headline }) => headline === statement)
      expect(alike).toMatchObject({ twinId: null, trail: { pieces: [] } })
    },
  )

  it('has its evidence counted where the plenum is told alone', () => {
    const text = textOf(reportOf([ofPlenum!], outgoing, { ...settings, beside: [ofGroup!.document] }))
    expect(text).toMatch(new RegExp(`${said}.*1 Beleg aus 1 Interview, hier nicht aufgeführt`))
    const [, unproven] = text.split('## Was noch unbelegt ist')
    expect(unproven).toContain('Überall fehlt jemand.')
    expect(unproven).not.toContain(said)
  })
})

describe('minutes', () => {
  const meeting = {
    id: newId<never>(),
    title: 'Zweite Sitzung',
    startsAt: NOW,
    minutes: 90,
    place: { type: 'online', link: '' },
    groupIds: 'all',
    note: 'nur für die Moderation',
    steps: ['Ankommen', 'Ideen sammeln'].map((title, n) => ({
      id: `step-${n}`,
      title,
      instruction: '',
      minutes: 20,
      activity: 'work' as const,
      phase: null,
      pageId: null,
      methodId: null,
      mode: { type: 'open' as const },
      note: 'geheime Notiz',
    })),
  } as const
  const started = {
    type: 'StepStarted',
    step: {
      id: 'step-1',
      title: 'Ideen sammeln',
      instruction: '',
      plannedMinutes: 20,
      phase: 'solution',
      pageId: 'page:x',
      methodId: null,
      mode: { type: 'open' },
      deadline: null,
    },
    how: 'start',
    former: null,
  }
  const history = [{ seq: 1, at: NOW + 7 * 60_000, by: newId<never>(), event: started }]

  it('say when what really began and what was left out, and nothing that is for the moderation', () => {
    const settings = {
      meeting: { ...meeting, steps: [...meeting.steps] },
      histories: [history],
      participants: people,
    }
    const text = markdownOf(minutesTree(report(), settings))
    expect(text).toContain('# Zweite Sitzung')
    expect(text).toContain('| 16:12 | Ideen sammeln | 20 min |')
    expect(text).toContain('| entfallen | Ankommen | 20 min |')
    expect(text).not.toMatch(/Moderation|geheim/)
  })

  it('are of the meeting that was begun last, and say so where none was', () => {
    const meetings = [{ ...meeting, steps: [...meeting.steps] }]
    const heldIn = (histories: (typeof history)[]) => heldMeetings(meetings, histories, localTime('de'))
    expect(heldIn([history])).toMatchObject([{ meeting: { title: 'Zweite Sitzung' } }])
    expect(heldIn([[]])).toEqual([])
    const text = markdownOf(minutesTree(report(), { meeting: null, histories: [[]], participants: [] }))
    expect(text).toContain('Noch keine Sitzung hat begonnen.')
  })
})
