import { expect, it } from 'vitest'
import { understoodLayout } from '#server/export/incoming/slide-layouts.ts'

const shape = (placeholder: string, place = '') =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph${placeholder}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr></p:sp>`
const at = (x: number, w: number) => `<a:xfrm><a:off x="${x}" y="1200"/><a:ext cx="${w}" cy="3000"/></a:xfrm>`
const layout = (type: string, name: string, ...shapes: string[]) =>
  `<p:sldLayout type="${type}"><p:cSld name="${name}"><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sldLayout>`
const master = shape(' type="title"', at(0, 9000)) + shape(' type="body" idx="1"', at(500, 8000))
const title = shape(' type="title"')
const foot = shape(' type="ftr" idx="2"')

it('two parts have a number each where LibreOffice gave them none, and stay where they are', () => {
  const theirs = layout(
    'twoObj',
    'Title, 2 Content',
    title,
    shape('', at(500, 4000)),
    shape('', at(4600, 4000)),
    foot,
  )
  expect(understoodLayout(theirs, master)).toBe(
    layout(
      ...(['twoObj', 'Two Content', title] as const),
      ...[shape(' idx="3"', at(500, 4000)), shape(' idx="4"', at(4600, 4000)), foot],
    ),
  )
})

it('two parts without places of their own have half of the master’s each', () => {
  const theirs = layout(
    'twoObj',
    'Zwei Inhalte',
    title,
    shape(' sz="half" idx="1"'),
    shape(' sz="half" idx="2"'),
  )
  expect(understoodLayout(theirs, master)).toBe(
    layout(
      ...(['twoObj', 'Two Content', title] as const),
      ...[shape(' sz="half" idx="1"', at(500, 3920)), shape(' sz="half" idx="2"', at(4580, 3920))],
    ),
  )
})

it('a layout that has two numbered places only gets its name', () => {
  const shapes = [
    title,
    shape(' sz="half" idx="1"', at(500, 4000)),
    shape(' sz="half" idx="2"', at(4600, 4000)),
  ]
  expect(understoodLayout(layout('twoObj', 'Zwei Inhalte', ...shapes), master)).toBe(
    layout('twoObj', 'Two Content', ...shapes),
  )
})

it('a title slide of LibreOffice keeps its title', () => {
  const theirs = layout('tx', 'Title Slide', title, shape(' type="subTitle"'))
  expect(understoodLayout(theirs, master)).toBe(
    layout('tx', 'Title Slide', shape(' type="ctrTitle"'), shape(' type="subTitle"')),
  )
})
