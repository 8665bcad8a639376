import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import { addLink, createArtefact, readArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { behindCard, trailGraph } from '#shared/document/trail-graph.ts'
import type { LinkType } from '#shared/evidence/links.ts'

function group() {
  const roots = rootsOf(new Y.Doc())
  const add = (kind: ArtefactKind, fields: Record<string, FieldValue> = {}, isPlaced = true) => {
    const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'problem' } as const
    const id = createArtefact(roots.artefacts, { kind, fields, ...common })
    if (isPlaced)
      placeArtefact(roots.board, { artefactId: id, parentId: 'page:one', x: 0, y: 0, w: 200, h: 100 })
    return id
  }
  type Id = ReturnType<typeof add>
  const link = (from: Id, type: LinkType, to: Id) => addLink(roots.artefacts, from, { type, to })
  const read = (id: string) => readArtefact(roots.artefacts, id)
  const graph = () =>
    trailGraph(
      [...roots.artefacts.keys()].flatMap((id) => read(id) ?? []),
      roots,
    )
  const behind = (id: Id) => behindCard(graph(), id, read)
  return { add, link, behind }
}

it('counts what lies on the board, and interviews and what stands in the catalogue wherever they are', () => {
  const { add, link, behind } = group()
  const idea = add('idea')
  const interview = add('interview', { municipality: 'Stadt Aue' }, false)
  const [quote, aside] = [add('quote'), add('quote', {}, false)]
  const solution = add('existingSolution', { name: 'Portal' }, false)
  link(quote, 'derivedFrom', interview)
  link(quote, 'supports', idea)
  link(aside, 'supports', idea)
  link(aside, 'contradicts', idea)
  link(solution, 'contradicts', idea)
  expect(behind(idea)).toEqual({
    pieces: 1,
    interviews: 1,
    against: 1,
    municipalities: 1,
    superseded: false,
    held: null,
  })
})

it('counts for an interview what was taken from it, and no quote as evidence of a quote', () => {
  const { add, link, behind } = group()
  const interview = add('interview')
  const [quote, other] = [add('quote'), add('quote')]
  link(quote, 'derivedFrom', interview)
  link(other, 'supports', quote)
  link(other, 'contradicts', quote)
  expect(behind(interview).pieces).toBe(1)
  expect(behind(quote)).toMatchObject({ pieces: 0, interviews: 0, against: 1 })
})

it('counts every kind of evidence alike, which is why they are called so and not quotes', () => {
  const { add, link, behind } = group()
  const insight = add('insight')
  for (const kind of ['quote', 'observation', 'testSession'] as const) link(add(kind), 'supports', insight)
  expect(behind(insight).pieces).toBe(3)
  expect([de, en].map(({ artefacts }) => artefacts.evidence.pieces_other)).toEqual([
    '{{count}} Belege',
    '{{count}} pieces of evidence',
  ])
})
