import * as Y from 'yjs'
import { beforeEach, expect, it } from 'vitest'
import { fieldsOn, pagesInOrder } from '#shared/document/fields.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { kindForPage } from '#shared/kinds/index.ts'
import { addPage } from '#shared/methods/add-page.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { pagePicture } from '#shared/methods/page-picture.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'

let roots: ReturnType<typeof rootsOf>
const ideas = methods.find(({ key }) => key === 'brainstorming')!.page!

beforeEach(() => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, strategiewerkstattDocument({ language: 'de', kind: 'project', now: 0 }))
  roots = rootsOf(doc)
})

it('a page added again has records of its own, and the first one stays as it was', () => {
  const before = fieldsOn(roots.board, 'page:solution-ideas')
  const first = addPage(roots, ideas, 'de', 'one')
  const second = addPage(roots, ideas, 'de', 'two')
  const fields = [first, second].flatMap((id) => fieldsOn(roots.board, id))
  expect(new Set([...before, ...fields].map(({ id }) => id)).size).toBe(3 * before.length)
  expect(fieldsOn(roots.board, 'page:solution-ideas')).toEqual(before)
  expect([first, second].map((id) => roots.board.get(id)?.get('name'))).toEqual(['Ideen 2', 'Ideen 3'])
})

it('a page added comes behind the last page of its phase', () => {
  const pagesBefore = pagesInOrder(roots.board)
  const added = addPage(roots, ideas, 'de', 'one')
  const pages = pagesInOrder(roots.board)
  expect(pages.filter((id) => id !== added)).toEqual(pagesBefore)
  const ofPhase = pages.filter((id) => roots.board.get(id)?.get('m.phase') === 'solution')
  expect(ofPhase.at(-1)).toBe(added)
  expect(roots.board.get(pages[pages.indexOf(added) + 1]!)?.get('m.phase')).toBe('closing')
})

it('whoever begins to write on a page added again writes what the page is for', () => {
  expect(kindForPage(addPage(roots, ideas, 'de', 'one'))).toBe('idea')
})

it.each(methods.flatMap(({ key, page }) => (page ? [[key, page] as const] : [])))(
  'the picture of %s holds its question and every field inside the sheet',
  (_key, page) => {
    const { nodes, w, h } = pagePicture(page, 'de')
    const boxes = nodes.flatMap((node) => (node.type === 'rect' && node.fill === 'field' ? [node] : []))
    expect(boxes).toHaveLength(page.fields.length)
    for (const box of boxes) expect(box.x + box.w <= w && box.y + box.h <= h).toBe(true)
  },
)
