import { expect, it } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { challengePrint, precedentsOf } from '#shared/consent/precedents.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { madeOf } from '#shared/document/made.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

const common = { createdAt: 9, authorship: { as: 'anonymous' }, phase: 'solution' } as const

it('Other groups learn of ideas on the board and of solutions, and no word of what is withheld', () => {
  const doc = sampleGroup()
  const { artefacts, board } = rootsOf(doc)
  const pageId = [...board.keys()].find((id) => id.startsWith('page:'))!
  doc.transact(() => {
    const card = (
      kind: 'idea' | 'existingSolution' | 'challenge',
      fields: Record<string, string>,
      isPlaced: boolean,
    ) => {
      const artefactId = createArtefact(artefacts, { ...common, kind, fields })
      if (isPlaced) placeArtefact(board, { artefactId, parentId: pageId, x: 0, y: 0, w: 200, h: 100 })
    }
    card('idea', { sentence: 'Ein Konto für alles', benefit: `Denn: ${unreleased}` }, true)
    card('idea', { sentence: 'Von der Tafel genommen' }, false)
    card('existingSolution', { name: 'Formularserver', provider: 'Verbund' }, false)
    card('challenge', { question: 'Wie werden Anträge leichter?' }, true)
    card('challenge', { question: 'Wie klingt das?' }, false)
  })
  const groups = [
    { id: newId<GroupId>(), name: 'Gruppe', kind: 'project' as const, document: takeSnapshot(doc) },
  ]
  const { precedents, made, challenges } = precedentsOf(groups, '[bleibt]')[0]!
  const told = precedents.map(({ kind, title, words }) => [kind, title, words])
  expect(told).toContainEqual(['idea', 'Ein Konto für alles', ''])
  expect(told).toContainEqual(['existingSolution', 'Formularserver', 'Verbund'])
  expect(JSON.stringify(told)).not.toContain('Von der Tafel')
  expect(JSON.stringify(told)).not.toContain(unreleased)
  expect(challenges).toContain(challengePrint('wie werden Anträge leichter?'))
  expect(challenges).not.toContain(challengePrint('Wie klingt das?'))
  const all = madeOf(takeSnapshot(doc).artefacts, () => true)
  expect(made.existingSolution).toBe(1)
  expect(made.idea, 'what was taken off the board is not counted').toBeLessThan(all.idea!)
  expect(made.quote ?? 0, 'withheld quotes are not even counted').toBeLessThan(all.quote!)
})
