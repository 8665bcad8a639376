import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { membershipsIn } from '#shared/document/containers.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { coverageOf } from '#shared/evidence/coverage.ts'
import { evidenceGraph } from '#shared/evidence/evidence.ts'
import { trailOf } from '#shared/evidence/trail.ts'
import { storedMeasure } from '#shared/layout/held-cards.ts'
import { placesOnPage } from '#shared/layout/page-places.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { workshopSample, type SampleGroup } from '#shared/sample/workshop-sample.ts'
import { writeCard } from '#shared/sample/write-card.ts'
import { table } from '../live/table.ts'
import { writeSection } from '../document.ts'

/** A project group as it is at the end of a programme, with cards that people would write: what each look at it costs. */
const ROUNDS = 50
const NOW = Date.UTC(2026, 5, 12)

function written({ cards }: SampleGroup): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: NOW }))
  const authorship = { as: 'named', memberId: newId<MemberId>(), name: 'Bench', organisation: '' } as const
  for (const card of cards) doc.transact(() => writeCard(rootsOf(doc), card, authorship))
  return doc
}

function median(run: () => unknown): string {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  }).sort((a, b) => a - b)
  return times[ROUNDS / 2]!.toFixed(2)
}

const [, group] = workshopSample('large', NOW).groups
const doc = written(group!)
const { artefacts, board } = rootsOf(doc)
const all = [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!)
const graph = evidenceGraph(all, membershipsIn({ board }))
const end = all.find(({ kind }) => kind === 'partnership')!.id
const update = Y.encodeStateAsUpdate(doc)
const rows = [
  ['opening the document', median(() => Y.applyUpdate(new Y.Doc(), update))],
  ['all of it as plain JSON', median(() => takeSnapshot(doc))],
  [
    'laying out the page with the patterns',
    median(() => placesOnPage(board, 'page:problem-clusters', storedMeasure)),
  ],
  ['who rests on what', median(() => evidenceGraph(all, membershipsIn({ board })))],
  ['a trail from partnership to quotes', median(() => trailOf(graph, end))],
  ['the coverage of the group', median(() => coverageOf(graph))],
]
const size = `${(update.length / 1024).toFixed(0)} kB`
writeSection('sample', `${all.length} cards, ${size} as stored:\n\n${table(['', 'median (ms)'], rows)}`)
