import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type GroupId } from '#shared/base/ids.ts'
import { coverageOf } from '#shared/evidence/coverage.ts'
import { readArtefact, replaceText, setField, textOf } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { bringCards, type BroughtCard } from '#shared/document/bring-home.ts'
import { behindCard, trailGraph } from '#shared/document/trail-graph.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'

const home = { groupId: newId<GroupId>(), artefactId: newId<ArtefactId>() }
const card = (text: string, over: Partial<BroughtCard> = {}): BroughtCard => ({
  home,
  kind: 'note',
  phase: 'problem',
  fields: { text, colour: 'yellow' },
  tags: [],
  ...over,
})
let roots: Roots
beforeEach(() => {
  roots = rootsOf(new Y.Doc())
  writeRecord(roots.board, { id: 'page:one', typeName: 'page', name: 'Eins', index: 'a1', meta: {} })
})
const bring = (...cards: BroughtCard[]) =>
  roots.artefacts.doc!.transact(() =>
    bringCards(roots, cards, { group: 'Kleingruppe 1', pageId: 'page:one', now: 1 }),
  )
const there = () => [...roots.artefacts.keys()].map((id) => readArtefact(roots.artefacts, id)!)
const placements = () => [...roots.board.keys()].filter((id) => id.startsWith('shape:'))

describe('a card that is brought again', () => {
  it('is not there twice, and nothing of it changes while it says the same', () => {
    expect(bring(card('Weniger Anrufe'))).toEqual({ fresh: 1, renewed: 0, apart: 0 })
    const before = JSON.stringify(roots.artefacts.toJSON())
    expect(bring(card('Weniger Anrufe'))).toEqual({ fresh: 0, renewed: 0, apart: 0 })
    expect(JSON.stringify(roots.artefacts.toJSON())).toBe(before)
    expect(placements()).toHaveLength(1)
  })

  it('says what it says at home by now, every time', () => {
    bring(card('Weniger Anrufe'))
    for (const text of ['Kaum noch Anrufe', 'Keine Anrufe'])
      expect(bring(card(text))).toEqual({ fresh: 0, renewed: 1, apart: 0 })
    expect(there().map(({ fields }) => fields.text)).toEqual(['Keine Anrufe'])
  })

  it('stays as it is where somebody in the plenum has written on it, or given it another colour', () => {
    bring(card('Weniger Anrufe'))
    const { id } = there()[0]!
    replaceText(textOf(roots.artefacts, id, 'text')!, 'Weniger Anrufe, sagt das Plenum')
    expect(bring(card('Kaum noch Anrufe'))).toEqual({ fresh: 0, renewed: 0, apart: 1 })
    expect(there()[0]!.fields.text).toBe('Weniger Anrufe, sagt das Plenum')
    replaceText(textOf(roots.artefacts, id, 'text')!, 'Weniger Anrufe')
    setField(roots.artefacts, id, 'colour', 'pink')
    expect(bring(card('Kaum noch Anrufe')).apart).toBe(1)
  })

  it('is put back where it was taken off, in its present words', () => {
    bring(card('Weniger Anrufe'))
    for (const id of placements()) roots.board.delete(id)
    expect(bring(card('Kaum noch Anrufe'))).toEqual({ fresh: 1, renewed: 0, apart: 0 })
    expect(there().map(({ fields }) => fields.text)).toEqual(['Kaum noch Anrufe'])
    expect(placements()).toHaveLength(1)
  })

  it('tells what stands behind it at home, as of when it was brought last', () => {
    const behind = { pieces: 3, interviews: 2, municipalities: 1, against: 1 }
    const told = () => {
      const graph = trailGraph(there(), roots)
      const { pieces, interviews, municipalities, against } = behindCard(graph, there()[0]!.id, () => null)
      return { coverage: coverageOf(graph).unproven.length, pieces, interviews, municipalities, against }
    }
    const insight = (over: Partial<BroughtCard> = {}) =>
      card('', { kind: 'insight', fields: { statement: 'Anrufe kosten Zeit' }, ...over })
    bring(insight())
    expect(told()).toEqual({ coverage: 1, pieces: 0, interviews: 0, municipalities: 0, against: 0 })
    expect(bring(insight({ home: { ...home, behind } }))).toEqual({ fresh: 0, renewed: 0, apart: 0 })
    expect(told()).toEqual({ coverage: 0, ...behind })
  })

  it('twice in one go is one card', () => {
    bring(card('Weniger Anrufe'), card('Mehr Zeit', { home: { ...home, artefactId: newId<ArtefactId>() } }))
    expect(there()).toHaveLength(2)
    expect(bring(card('Weniger Anrufe'))).toEqual({ fresh: 0, renewed: 0, apart: 0 })
  })
})
