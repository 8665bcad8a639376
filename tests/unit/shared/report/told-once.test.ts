import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { leaving } from '#shared/consent/leaving.ts'
import { createArtefact, type NewArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import type { Link, LinkType } from '#shared/evidence/links.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { dossierTree } from '#shared/report/dossier.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { reportOf } from '#shared/report/outline.ts'
import { toldOnce } from '#shared/report/told-once.ts'

type Written = Pick<NewArtefact, 'kind' | 'fields' | 'status'>

const common = { phase: 'solution', createdAt: 1, authorship: { as: 'anonymous' } } as const

/** A card with a note that it is linked with, all on one page. */
function groupWith(card: Written, linked: { note: string; type: LinkType } | null) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'plenum', now: 1 }))
  const { artefacts, board } = rootsOf(doc)
  const add = (one: Written, links: Link[] = []) => {
    const artefactId = createArtefact(artefacts, { ...common, ...one, links })
    placeArtefact(board, { artefactId, parentId: 'page:solution-ideas', x: 0, y: 0, w: 200, h: 100 })
    return artefactId
  }
  const to = add(card)
  if (linked) add({ kind: 'note', fields: { text: linked.note } }, [{ type: linked.type, to }])
  return takeSnapshot(doc)
}

const settings = { title: 'Werkstatt', language: 'de', timeZone: 'Europe/Berlin', exportedAt: 1 } as const

function reportWith(inPlenum: Parameters<typeof groupWith>, atHome: Parameters<typeof groupWith>) {
  const outgoing = leaving([groupWith(...inPlenum), groupWith(...atHome)], { instead: '[…]' })
  const [plenum, project] = outgoing.documents
  return reportOf(
    [
      { name: 'Plenum', kind: 'plenum', document: plenum!, history: [] },
      { name: 'Gruppe', kind: 'project', document: project!, history: [] },
    ],
    outgoing,
    settings,
  )
}

const task = { kind: 'task', fields: { text: 'Aushang schreiben', due: '2026-04-01' } } as const
const journey = (action: string) => ({
  kind: 'journey' as const,
  fields: { title: 'Umzug', stages: [{ id: newId(), order: 'a0', fields: { action } }] },
})

it.each([
  ['the same', task, task, 0],
  ['as it was brought, from what was agreed at home', task, { ...task, status: 'agreed' as const }, 0],
  ['agreed in the plenum', { ...task, status: 'agreed' as const }, task, 1],
  ['another day', { kind: 'task' as const, fields: { ...task.fields, due: '2026-05-01' } }, task, 1],
  ['another state', { kind: 'task' as const, fields: { ...task.fields, state: 'done' } }, task, 1],
  ['rows that were written down again', journey('Anrufen'), journey('Anrufen'), 0],
  ['other rows', journey('Anrufen'), journey('Hingehen'), 1],
])('a card of the plenum is told where it says more than its group: %s', (_, here, home, count) => {
  expect(toldOnce(reportWith([here, null], [home, null]).groups)[0]!.cards).toHaveLength(count)
})

it('what speaks against a card in the plenum is told beside what does so at home', () => {
  const linked = (note: string) => ({ note, type: 'contradicts' as const })
  const { groups } = reportWith([task, linked('Dagegen im Plenum.')], [task, linked('Dagegen daheim.')])
  const [plenum, home] = toldOnce(groups)
  const ids = [plenum, home].map((group) => group!.cards.find(({ kind }) => kind === 'note')!.id)
  expect(plenum!.cards.find(({ kind }) => kind === 'task')?.trail.contradictions).toEqual(ids)
})

it('pictures and words about the plenum are told, though its cards are told with their group', () => {
  const whole = reportWith([task, null], [task, null])
  const dossier = (summary: string[], boards: Parameters<typeof dossierTree>[1]['boards']) =>
    markdownOf(
      dossierTree(whole, {
        chapters: ['boards', 'tasks'],
        participants: { ofGroups: [[], []], ofAll: [] },
        summaries: { ofGroups: [summary, []], ofAll: [] },
        picture: () => null,
        boards,
        roadmaps: [],
      }),
    )
  const picture = { type: 'picture', name: 'plenum.png', alt: 'Tafel', caption: '' } as const
  expect(dossier([], [])).not.toContain('Plenum')
  expect(dossier(['Wir waren uns einig.'], [])).toContain('Wir waren uns einig.')
  expect(dossier([], [[picture], []])).toContain('Plenum')
})
