import type { Box } from '#shared/document/shape-box.ts'

/** Pandoc looks for layouts by their English names; in other languages they have others, and say the same by their type. */
const layoutNames: Readonly<Record<string, string>> = {
  title: 'Title Slide',
  obj: 'Title and Content',
  secHead: 'Section Header',
  twoObj: 'Two Content',
  twoTxTwoObj: 'Comparison',
  objTx: 'Content with Caption',
  blank: 'Blank',
}

/** A layout as Pandoc understands it. @param master whose place for text is halved where a layout has none for two parts */
export function understoodLayout(layout: string, master: string): string {
  const [, type = ''] = /<p:sldLayout\s[^>]*\btype="(\w+)"/.exec(layout) ?? []
  const name = layoutNames[type]
  const named = name ? layout.replace(/(<p:cSld\b[^>]*\bname=")[^"]*/, `$1${name}`) : layout
  if (type === 'twoObj') return withPartsApart(named, master)
  return named.includes('name="Title Slide"') ? withTitleOfAll(named) : named
}

/** LibreOffice has the title of a title slide be one like any other; Pandoc would leave it out. */
const withTitleOfAll = (layout: string) =>
  layout.includes('type="ctrTitle"') ? layout : layout.replace(/(<p:ph\b[^>]*\btype=")title"/, '$1ctrTitle"')

/**
 * Two parts side by side: LibreOffice numbers none of its places, so that each part would be shown in the first, and some
 * layouts leave them all to the master, which has one.
 */
function withPartsApart(layout: string, master: string): string {
  const [head = '', ...shapes] = layout.split(SHAPES)
  const [one, other] = shapes.filter(isForParts)
  if (one === undefined || other === undefined) return layout
  const [at, otherAt] = [placeOf(one), placeOf(other)]
  const isBeside = at !== null && otherAt !== null && (at.x !== otherAt.x || at.y !== otherAt.y)
  const whole = placeOf(master.split(SHAPES).find((shape) => /<p:ph\b[^>]*\btype="body"/.test(shape)) ?? '')
  const halves = isBeside || whole === null ? [at, otherAt] : halvesOf(whole)
  const isNumbered = numberOf(one) !== numberOf(other)
  const highest = Math.max(...shapes.map((shape) => Number(numberOf(shape))))
  return [
    head,
    ...shapes.map((shape) => {
      const n = shape === one ? 0 : shape === other ? 1 : null
      if (n === null) return shape
      const numbered = isNumbered ? shape : withNumber(shape, highest + 1 + n)
      const place = halves[n]
      return isBeside || !place ? numbered : withPlace(numbered, place)
    }),
  ].join('')
}

const SHAPES = /(?=<p:sp>)/
const PLACE = /<a:off x="(-?\d+)" y="(-?\d+)"\s*\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\s*\/>/

/** Without a type it is for anything. */
function isForParts(shape: string): boolean {
  const [, attributes] = /<p:ph\b([^>]*)>/.exec(shape) ?? []
  return attributes !== undefined && /^(obj|body)$/.test(/\btype="(\w+)"/.exec(attributes)?.[1] ?? 'obj')
}

const numberOf = (shape: string): string => /<p:ph\b[^>]*\bidx="(\d+)"/.exec(shape)?.[1] ?? '0'

const withNumber = (shape: string, number: number) =>
  shape.replace(/<p:ph\b[^>]*>/, (tag) =>
    tag.replace(/\s+idx="\d*"/, '').replace('<p:ph', `<p:ph idx="${number}"`),
  )

function placeOf(shape: string): Box | null {
  const [, x, y, w, h] = PLACE.exec(shape) ?? []
  return h === undefined ? null : { x: Number(x), y: Number(y), w: Number(w), h: Number(h) }
}

function withPlace(shape: string, { x, y, w, h }: Box): string {
  const place = `<a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/>`
  if (PLACE.test(shape)) return shape.replace(PLACE, place)
  return shape
    .replace(/<p:spPr\s*\/>/, '<p:spPr></p:spPr>')
    .replace(/<p:spPr\b[^>]*>/, `$&<a:xfrm>${place}</a:xfrm>`)
}

/** Between them as much as Pandoc leaves. */
function halvesOf({ x, y, w, h }: Box): [Box, Box] {
  const half = Math.floor(w * 0.49)
  return [
    { x, y, w: half, h },
    { x: x + w - half, y, w: half, h },
  ]
}
