import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { headlineOf, readArtefact } from '#shared/document/artefacts.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { membershipsIn } from '#shared/document/containers.ts'
import { fitsKind, isArtefactEntry, maxCharsOf } from '#shared/document/correction-rules.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { evidenceGraph, evidenceOf } from '#shared/evidence/evidence.ts'
import { kindNames, kinds } from '#shared/kinds/index.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { composition } from '#shared/workshop/composition.ts'
import { places } from '#shared/sample/places.ts'
import {
  workshopSample,
  type SampleGroup,
  type SampleSize,
  type WorkshopSample,
} from '#shared/sample/workshop-sample.ts'
import { writeCard } from '#shared/sample/write-card.ts'

const NOW = Date.UTC(2026, 5, 12, 8)
const samples = { small: workshopSample('small', NOW), large: workshopSample('large', NOW) }

function written({ people }: WorkshopSample, { kind, writers, cards }: SampleGroup): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind, now: NOW }))
  const memberId = newId<MemberId>()
  for (const card of cards) {
    const person = people[writers[card.by ?? 0]!]!
    const organisation = places[person.place]!.name
    doc.transact(() =>
      writeCard(rootsOf(doc), card, { as: 'named', memberId, name: person.name, organisation }),
    )
  }
  return doc
}

describe.each(['small', 'large'] as SampleSize[])('the %s sample', (size) => {
  const sample = samples[size]
  const groups = sample.groups.map((group) => ({ ...group, doc: written(sample, group) }))

  it('holds only what the server would let people write', () => {
    for (const { doc } of groups) {
      doc.getMap<Y.Map<unknown>>('artefacts').forEach((artefact, id) => {
        const kind = artefact.get('kind')
        artefact.forEach((value, key) => {
          expect(isArtefactEntry(kind, key, value), `${String(kind)} ${id} ${key}`).toBe(true)
          if (value instanceof Y.Text) expect(value.length, key).toBeLessThanOrEqual(maxCharsOf(kind, key))
        })
        expect(fitsKind(artefact, kind)).toBe(true)
      })
    }
  })

  it('has every card on one of the prepared pages, with a headline, and every link at a card', () => {
    for (const { doc, cards, name } of groups) {
      const { artefacts, board } = rootsOf(doc)
      expect(artefacts.size, name).toBe(cards.length)
      for (const { id, parentId, links } of cards) {
        expect(board.has(parentId), `${parentId} in ${name}`).toBe(true)
        expect(pageOf(board, `shape:${id}`)).not.toBeNull()
        expect(headlineOf(readArtefact(artefacts, id)!), parentId).not.toBe('')
        for (const { to } of links) expect(artefacts.has(to)).toBe(true)
      }
    }
  })

  it('leads back from every partnership to quotes, and from quotes to their interview', () => {
    for (const { doc } of groups.filter(({ kind }) => kind === 'project')) {
      const { artefacts, board } = rootsOf(doc)
      const all = [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!)
      const graph = evidenceGraph(all, membershipsIn({ board }))
      const partnerships = all.filter(({ kind }) => kind === 'partnership')
      expect(partnerships.length).toBeGreaterThan(2)
      for (const { id } of partnerships) {
        const { pieces, interviews } = evidenceOf(graph, id)
        expect(pieces.length).toBeGreaterThan(4)
        expect(interviews.length).toBeGreaterThan(1)
      }
    }
  })

  it('points from every quote at exactly its words', () => {
    const quotes = groups.flatMap(({ cards }) =>
      cards.flatMap(({ kind, fields }) => (kind === 'quote' ? [{ fields, cards }] : [])),
    )
    expect(quotes.length).toBeGreaterThan(10)
    for (const { fields, cards } of quotes) {
      const { interviewId, start, end } = fields.source as { interviewId: string; start: number; end: number }
      const transcript = cards.find(({ id }) => id === interviewId)!.fields.transcript as string
      expect(transcript.slice(start, end)).toBe(fields.wording)
    }
  })

  it('is the same every time', () => {
    expect(workshopSample(size, NOW)).toEqual(sample)
  })
})

describe('the large sample', () => {
  const { groups, people } = samples.large
  const cards = groups.flatMap((group) => group.cards)

  it('is as big as a programme: three groups, 36 people, some 1,500 cards of every kind that has a page', () => {
    expect(groups.map(({ kind }) => kind)).toEqual(['plenum', 'project', 'project', 'project'])
    expect(people).toHaveLength(36)
    expect(cards.length).toBeGreaterThan(1_400)
    expect(cards.length).toBeLessThan(1_700)
    const used = new Set(cards.map(({ kind }) => kind))
    const onPages = kindNames.filter((kind) => kinds[kind].pages.length > 0)
    expect(onPages.filter((kind) => !used.has(kind))).toEqual([])
  })

  it('describes in personas nobody who takes part', () => {
    const names = new Set(people.map(({ name }) => name))
    const personas = cards.flatMap(({ kind, fields }) => (kind === 'persona' ? [String(fields.name)] : []))
    expect(personas).toHaveLength(12)
    expect(personas.filter((name) => names.has(name))).toEqual([])
  })

  it('says nothing twice in one group that somebody is said to have said', () => {
    for (const group of groups) {
      const said = group.cards.flatMap(({ kind, fields }) => (kind === 'quote' ? [fields.wording] : []))
      expect(new Set(said).size).toBe(said.length)
    }
  })

  it('repeats no persona in the empathy map beside it, and no feedback in one group', () => {
    for (const { cards } of groups) {
      const of = (wanted: string) => cards.filter(({ kind }) => kind === wanted).map(({ fields }) => fields)
      const personas = new Set(of('persona').flatMap((fields) => Object.values(fields)))
      const felt = of('empathyMap').flatMap(({ about: _, ...texts }) => Object.values(texts))
      expect(felt.filter((text) => personas.has(text))).toEqual([])
      const heard = of('feedback').flatMap(({ likes, wishes, wonders }) => [likes, wishes, wonders])
      expect(new Set(heard).size).toBe(heard.length)
    }
  })

  it('has groups that can work, and one seat to be filled', () => {
    const seated = people
      .filter(({ group }) => group === 0)
      .map(({ place, role }) => ({ role, organisationId: null, organisationKind: places[place]!.kind }))
    const missing = composition(seated).filter(({ seat, missing }) => missing > 0 && seat !== 'moderator')
    expect(missing.map(({ seat }) => seat)).toEqual(['municipalities', 'manager'])
  })
})
