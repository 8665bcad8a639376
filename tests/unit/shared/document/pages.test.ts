import * as Y from 'yjs'
import { beforeEach, expect, it } from 'vitest'
import { createArtefact } from '#shared/document/artefacts.ts'
import { cardsOf, outlineOf, unplacedArtefacts } from '#shared/document/outline.ts'
import {
  boardPages,
  bringBackPage,
  contentOfPage,
  movePage,
  placeBeside,
  removePage,
  renamePage,
} from '#shared/document/pages.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { phases } from '#shared/workshop/phases.ts'

let doc: Y.Doc
let roots: ReturnType<typeof rootsOf>

beforeEach(() => {
  doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 0 }))
  roots = rootsOf(doc)
})

const idsIn = (phase: string) =>
  boardPages(roots.board)
    .filter((page) => page.phase === phase)
    .map(({ id }) => id)

function card(kind: ArtefactKind, parentId: string): string {
  const authorship = { as: 'anonymous' } as const
  const artefactId = createArtefact(roots.artefacts, { kind, phase: 'solution', createdAt: 0, authorship })
  return placeArtefact(roots.board, { artefactId, parentId, x: 0, y: 0, w: 200, h: 160 })
}

it('a page is called anew by one line of text, and never like another', () => {
  expect(renamePage(roots.board, 'page:solution-ideas', '  Gute\nIdeen ')).toBe(true)
  expect(roots.board.get('page:solution-ideas')?.get('name')).toBe('Gute Ideen')
  expect(renamePage(roots.board, 'page:preparation-matrix', 'Gute Ideen')).toBe(false)
  expect(renamePage(roots.board, 'page:preparation-matrix', ' \n ')).toBe(false)
  expect(roots.board.get('page:preparation-matrix')?.get('name')).toBe('2×2-Matrix')
})

it('a page moved down by one changes places with the next and with nobody else', () => {
  const [first, second, ...rest] = idsIn('problem')
  movePage(roots.board, first!, placeBeside(roots.board, first!, 1)!)
  expect(idsIn('problem')).toEqual([second, first, ...rest])
})

it('a page moved past the end of its phase begins the next, and back again ends the one it came from', () => {
  const before = phases.map(idsIn)
  const last = idsIn('problem').at(-1)!
  movePage(roots.board, last, placeBeside(roots.board, last, 1)!)
  expect(idsIn('solution')[0]).toBe(last)
  expect(idsIn('problem')).not.toContain(last)
  movePage(roots.board, last, placeBeside(roots.board, last, -1)!)
  expect(phases.map(idsIn)).toEqual(before)
})

it('the first page goes no further up, the last no further down', () => {
  expect(placeBeside(roots.board, idsIn('preparation')[0]!, -1)).toBeNull()
  expect(placeBeside(roots.board, idsIn('accompanying').at(-1)!, 1)).toBeNull()
})

it('a phase that lost all its pages takes one again, between those around it', () => {
  for (const id of idsIn('kickoff')) movePage(roots.board, id, { phase: 'closing', rank: 0 })
  expect(idsIn('kickoff')).toEqual([])
  const page = idsIn('closing')[0]!
  movePage(roots.board, page, { phase: 'kickoff', rank: 0 })
  const all = boardPages(roots.board).map(({ id }) => id)
  expect(all.indexOf(page)).toBe(all.indexOf(idsIn('preparation').at(-1)!) + 1)
})

it('cards of a page that goes lie in the fields for their kinds on another, with what lies on them', () => {
  const cluster = card('cluster', 'shape:solution-ideas-collection')
  const held = card('quote', cluster)
  const idea = card('idea', 'shape:solution-ideas-shortlist')
  removePage(roots, 'page:solution-ideas', 'page:problem-clusters')
  expect(roots.board.has('page:solution-ideas')).toBe(false)
  expect(contentOfPage(roots.board, 'page:solution-ideas').shapes).toEqual([])
  const target = outlineOf(roots).find(({ id }) => id === 'page:problem-clusters')!
  expect(new Set(cardsOf(target).map(({ shapeId }) => shapeId))).toEqual(new Set([cluster, held, idea]))
  expect(roots.board.get(held)?.get('parentId')).toBe(cluster)
  expect(unplacedArtefacts(roots)).toEqual([])
})

it('cards of a page that goes without a new place are set aside', () => {
  card('idea', 'shape:solution-ideas-shortlist')
  removePage(roots, 'page:solution-ideas', null)
  expect(unplacedArtefacts(roots)).toHaveLength(1)
})

it.each([null, 'page:problem-clusters'])('a page comes back as it was, its cards from %s', (cardsTo) => {
  const cluster = card('cluster', 'shape:solution-ideas-collection')
  card('quote', cluster)
  const before = roots.board.toJSON()
  const gone = removePage(roots, 'page:solution-ideas', cardsTo)
  expect(roots.board.toJSON()).not.toEqual(before)
  bringBackPage(roots.board, gone)
  expect(roots.board.toJSON()).toEqual(before)
})

it('a card put on a page in the moment in which it is removed is set aside, and not lost', () => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  card('idea', 'shape:solution-ideas-collection')
  removePage(rootsOf(other), 'page:solution-ideas', null)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(unplacedArtefacts(roots)).toHaveLength(1)
})
