import type { Box } from '../document/shape-box.ts'
import type { SvgElement } from '../layout/card/svg.ts'

/** What all of them take up together; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** What two have in common; null where that is less than a unit. */
export function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const w = Math.min(a.x + a.w, b.x + b.w) - x
  const h = Math.min(a.y + a.h, b.y + b.h) - y
  return w >= 1 && h >= 1 ? { x, y, w, h } : null
}

export const grown = ({ x, y, w, h }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
})

/** @param angle in radians, about a point */
export function turned({ x, y, w, h }: Box, about: { x: number; y: number }, angle: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corners = [x, x + w].flatMap((left) =>
    [y, y + h].map((top) => {
      const [dx, dy] = [left - about.x, top - about.y]
      return { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos, w: 0, h: 0 }
    }),
  )
  return around(corners)!
}

/** What lines take up, from their own points, those included by which a curve is bent. */
export function reachOf(elements: readonly SvgElement[]): Box {
  const points = elements.flatMap(({ attributes: { d = '' } }) =>
    [...String(d).matchAll(/(-?[\d.e+-]+) (-?[\d.e+-]+)/g)].map(([, x, y]) => ({
      ...{ x: Number(x), y: Number(y) },
      ...{ w: 1, h: 1 },
    })),
  )
  return around(points) ?? { x: 0, y: 0, w: 1, h: 1 }
}
