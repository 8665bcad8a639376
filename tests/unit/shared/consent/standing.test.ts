import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { groupStandings, type GroupStanding } from '#shared/consent/standing.ts'
import { createArtefact, type NewArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { wantedResults } from '#shared/methods/phase-needs.ts'
import { released, sampleGroup, transcript, unreleased } from '#tests/support/sample-group.ts'

type Written = Pick<NewArtefact, 'kind' | 'fields' | 'links'> & { createdAt?: number }

function write(doc: Y.Doc, cards: readonly Written[], isPlaced = true): void {
  const { artefacts, board } = rootsOf(doc)
  doc.transact(() => {
    for (const card of cards) {
      const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'solution' } as const
      const artefactId = createArtefact(artefacts, { ...common, ...card })
      const parentId = 'page:solution-ideas'
      if (isPlaced) placeArtefact(board, { artefactId, parentId, x: 0, y: 0, w: 200, h: 100 })
    }
  })
}

function standingWith(cards: readonly Written[], isPlaced = true): GroupStanding {
  const doc = sampleGroup()
  write(doc, cards, isPlaced)
  return groupStandings(
    [{ id: newId<GroupId>(), name: 'Gruppe', kind: 'project', document: takeSnapshot(doc) }],
    wantedResults,
    '[bleibt]',
  )[0]!
}

const counts = ({ results }: GroupStanding) =>
  Object.fromEntries(results.map(({ kind, count }) => [kind, count]))

it('counts what lies on the board and says something, and interviews wherever they are', () => {
  const before = standingWith([])
  expect(counts(before)).toEqual({ interview: 1, quote: 2, idea: 2 })
  const more = standingWith([
    { kind: 'persona', fields: { name: 'Aylin' } },
    { kind: 'persona', fields: {} },
  ])
  expect(counts(more)).toEqual({ ...counts(before), persona: 1 })
  expect(counts(standingWith([{ kind: 'persona', fields: { name: 'Aylin' } }], false))).toEqual(
    counts(before),
  )
})

it('says that quotes are there and not released, and no word of them, nor of what repeats them', () => {
  const standing = standingWith([
    { kind: 'task', fields: { text: `Klären: ${unreleased}` } },
    { kind: 'decision', fields: { text: transcript } },
    { kind: 'partnership', fields: { partner: 'Landkreis', decidingBody: unreleased } },
  ])
  const told = JSON.stringify(standing)
  expect(told).not.toContain('still beerdigt')
  expect(told).toContain(released)
  expect(standing.unreleased.map(({ kind, count }) => [kind, count])).toEqual([['quote', 1]])
  expect(standing.unreleased[0]?.things[0]).toMatchObject({ title: '', withheld: true })
  expect(standing.tasks.map(({ title }) => title)).toEqual(['[bleibt]'])
})

it('tells open tasks by their days, and no task that is done', () => {
  const task = (text: string, due: string, state = 'open') => ({
    kind: 'task' as const,
    fields: { text, state, ...(due && { due }) },
  })
  const { tasks } = standingWith([
    task('ohne Tag', ''),
    task('später', '2026-04-02'),
    task('bald', '2026-03-02'),
    task('erledigt', '2026-01-01', 'done'),
  ])
  expect(tasks.map(({ title, day }) => [title, day])).toEqual([
    ['bald', '2026-03-02'],
    ['später', '2026-04-02'],
    ['ohne Tag', null],
  ])
})

it('tells decisions with the latest first, and partnerships with the firmest first and who has to agree', () => {
  const { decisions, pledges } = standingWith([
    { kind: 'decision', fields: { text: 'früher', date: '2026-03-01' } },
    { kind: 'decision', fields: { text: 'ohne Tag' } },
    { kind: 'decision', fields: { text: 'neuer', date: '2026-03-09' } },
    { kind: 'partnership', fields: { partner: 'Stadt', commitment: 'interest' } },
    {
      kind: 'partnership',
      fields: {
        partner: 'Kreis',
        commitment: 'promise',
        committee: 'needed',
        decidingBody: 'Kreistag',
        decisionDate: '2026-04-24',
      },
    },
    {
      kind: 'partnership',
      fields: { partner: 'IT', commitment: 'pilot', committee: 'approved', decidingBody: 'Vorstand' },
    },
  ])
  expect(decisions.map(({ title }) => title)).toEqual(['neuer', 'früher', 'ohne Tag'])
  expect(pledges.map(({ title, level, levels, pending }) => [title, level, levels, pending])).toEqual([
    ['Kreis', 3, 3, { body: 'Kreistag', day: '2026-04-24' }],
    ['IT', 2, 3, null],
    ['Stadt', 1, 3, null],
  ])
})

it('tells what claims something, and what of it rests on nothing', () => {
  const before = standingWith([]).evidence
  const { evidence } = standingWith([
    { kind: 'insight', fields: { statement: 'Niemand weiß, wo es liegt.' } },
  ])
  expect(evidence.claims).toBe(before.claims + 1)
  expect(evidence.unproven.find(({ kind }) => kind === 'insight')).toMatchObject({ count: 1 })
})

it('takes what was brought into the plenum for backed where its group backs it, and nothing another group says alike', () => {
  const statement = 'Niemand weiß, wo es liegt.'
  const home = sampleGroup()
  const quote = [...rootsOf(home).artefacts].find(
    ([, card]) => card.get('f.wording')?.toString() === released,
  )![0]
  write(home, [
    { kind: 'insight', fields: { statement }, links: [{ type: 'derivedFrom', to: quote as never }] },
  ])
  const plenum = sampleGroup()
  write(
    plenum,
    ['Nur hier.', statement].map((text) => ({ kind: 'insight', fields: { statement: text } })),
  )
  const unprovenIn = (kind: 'plenum' | 'project') => {
    const groups = [home, plenum].map((doc, n) => ({
      id: newId<GroupId>(),
      name: 'Gruppe',
      kind: n === 0 ? ('project' as const) : kind,
      document: takeSnapshot(doc),
    }))
    const { evidence } = groupStandings(groups, wantedResults, '[bleibt]')[1]!
    const insights = evidence.unproven.find((one) => one.kind === 'insight')!
    return insights.things.map(({ title }) => title).sort()
  }
  expect(unprovenIn('plenum')).toEqual(['Nur hier.'])
  expect(unprovenIn('project')).toEqual([statement, 'Nur hier.'])
})

it('tells where else the trail breaks off, of what lies on the board', () => {
  const cards: Written[] = [
    { kind: 'hmw', fields: { question: 'Wie können wir warten lassen, ohne zu ärgern?' } },
    { kind: 'prototype', fields: { name: 'Statuszeile' } },
  ]
  const open = (isPlaced: boolean) =>
    standingWith(cards, isPlaced).evidence.open.map(({ gap, of }) => [gap, of.kind, of.count])
  expect(open(true)).toEqual([
    ...open(false).filter(([gap]) => gap === 'unusedQuotes'),
    ['questionsWithoutIdea', 'hmw', 1],
    ...open(false).filter(([gap]) => gap === 'untestedIdeas'),
    ['untestedPrototypes', 'prototype', 1],
  ])
})

it('puts milestones in the order of their days, each with its step', () => {
  const { roadmap } = standingWith([
    { kind: 'milestone', fields: { what: 'Betrieb', due: '2027-01-01', roadmapStep: 'provision' } },
    { kind: 'milestone', fields: { what: 'Probelauf', due: '2026-05-01', state: 'done' } },
  ])
  expect(roadmap.map(({ title, step, isDone }) => [title, step, isDone])).toEqual([
    ['Probelauf', 'partnerships', true],
    ['Betrieb', 'provision', false],
  ])
})

it('names as many cards of a kind as somebody looks through, and counts them all', () => {
  const many = Array.from({ length: 70 }, (_, n) => ({
    kind: 'persona' as const,
    fields: { name: `Persona ${n}` },
    createdAt: n,
  }))
  const persona = standingWith(many).results.find(({ kind }) => kind === 'persona')
  expect([persona?.count, persona?.things.length]).toEqual([70, 60])
  expect(persona?.things[0]?.title).toBe('Persona 69')
})

it('lists as many tasks as somebody looks through, and counts them all', () => {
  const many = Array.from({ length: 310 }, (_, n) => ({
    kind: 'task' as const,
    fields: { text: `Aufgabe ${n}`, state: 'open' },
  }))
  const { tasks, counts: all } = standingWith(many)
  expect([tasks.length, all.tasks]).toEqual([300, 310])
})
