import type { DrawNode } from './draw.ts'
import { placeKindLine, placeTitle } from './lines.ts'
import type { Head, Picture, Strip, Task } from './parts.ts'
import { iconAt, placeText, stacked, type Area, type Inks, type Placed } from './placed.ts'

const TOP_PICTURE = 104
const INSIDE_PICTURE = 128

/** A tinted head over the whole width of the card. `area` is the card's width without its hairline. */
export function placeHead({ portrait, kindLine, title, about = '' }: Head, area: Area, inks: Inks): Placed {
  const padding = 14
  const disc = area.w < 300 ? 56 : 72
  const textX = area.x + padding + disc + 14
  const text = stacked({ x: textX, y: area.y + padding, w: area.x + area.w - padding - textX }, 1, [
    (at) => placeKindLine(kindLine, at, inks),
    (at) => placeTitle({ size: 24, ...title }, at, inks),
    (at) => (about ? placeText(about, at, { size: 17, fill: inks.quiet }) : { h: 0, nodes: [] }),
  ])
  const h = Math.max(disc, text.h) + 2 * padding
  const at = { x: area.x + padding, y: area.y + padding, w: disc }
  return {
    h,
    nodes: [...placePortrait(portrait, at, inks), ...text.nodes],
    ...(text.headline ? { headline: text.headline } : {}),
  }
}

const BUST = 48

/** A disc with a head, in the middle. */
export function placeBust({ x, y, w }: Area, inks: Inks): Placed {
  const at = { x: x + (w - BUST) / 2, y, w: BUST }
  const size = BUST * 0.58
  const inset = (BUST - size) / 2
  return {
    h: BUST,
    nodes: [
      { type: 'rect', ...at, h: BUST, radius: BUST / 2, fill: inks.soft },
      iconAt('user-round', at.x + inset, y + inset, size, inks.family),
    ],
  }
}

function placePortrait(portrait: Head['portrait'], { x, y, w }: Area, inks: Inks): DrawNode[] {
  const disc: DrawNode = { type: 'rect', x, y, w, h: w, radius: w / 2, fill: inks.ground }
  if ('assetId' in portrait) {
    return [disc, { type: 'image', assetId: portrait.assetId, x, y, w, h: w, radius: w / 2, fit: 'cover' }]
  }
  if ('icon' in portrait)
    return [disc, iconAt(portrait.icon, x + w * 0.28, y + w * 0.28, w * 0.44, inks.family)]
  const look = {
    size: 28,
    weight: 600,
    fill: inks.family,
    lineHeight: w,
    anchor: 'middle',
    maxLines: 1,
  } as const
  return [disc, ...placeText(portrait.letters, { x, y, w }, look).nodes]
}

function frameOf(
  { assetId, fit = 'cover' }: Pick<Picture, 'assetId' | 'fit'>,
  box: Area & { h: number },
  radius: number,
): DrawNode[] {
  const ground: DrawNode = { type: 'rect', ...box, radius, fill: 'field' }
  return assetId ? [ground, { type: 'image', assetId, ...box, radius, fit }] : [ground]
}

/** A picture over the whole width of the card, from edge to edge. */
export function placeTopPicture(picture: Picture, area: Area): Placed {
  const { height = TOP_PICTURE } = picture
  return { h: height, nodes: frameOf(picture, { ...area, h: height }, 0) }
}

/** A picture among the parts; others may stand beside it. */
export function placePicture(
  picture: Picture,
  area: Area,
  placeParts: (parts: NonNullable<Picture['beside']>, area: Area) => Placed,
): Placed {
  const { height = INSIDE_PICTURE, beside } = picture
  if (!beside) return { h: height, nodes: frameOf(picture, { ...area, h: height }, 4) }
  const w = Math.min(220, area.w * 0.4)
  const parts = placeParts(beside, { x: area.x + w + 16, y: area.y, w: area.w - w - 16 })
  return {
    ...parts,
    h: Math.max(height, parts.h),
    nodes: [...frameOf(picture, { ...area, w, h: height }, 4), ...parts.nodes],
  }
}

/** Frames of one strip, side by side; one that nobody has drawn yet shows its number. */
export function placeStrip({ pictures }: Strip, area: Area, inks: Inks): Placed {
  const gap = 14
  const w = (area.w - (pictures.length - 1) * gap) / Math.max(1, pictures.length)
  const h = Math.round(w * 0.6)
  const numberIn = (n: number, x: number) =>
    placeText(
      `${n + 1}`,
      { x, y: area.y, w },
      { size: 21, weight: 600, fill: inks.quiet, lineHeight: h, anchor: 'middle' },
    ).nodes
  const placed = pictures.map(({ assetId, text }, n) => {
    const x = area.x + n * (w + gap)
    const words = placeText(text, { x, y: area.y + h + 5, w }, { size: 17, fill: inks.ink })
    const frame = [...frameOf({ assetId }, { x, y: area.y, w, h }, 4), ...(assetId ? [] : numberIn(n, x))]
    return { h: h + 5 + words.h, nodes: [...frame, ...words.nodes] }
  })
  return { h: Math.max(0, ...placed.map((one) => one.h)), nodes: placed.flatMap(({ nodes }) => nodes) }
}

export function placeTask({ done, title }: Task, { x, y, w }: Area, inks: Inks): Placed {
  const side = 24
  const text = placeTitle({ size: 19, ...title }, { x: x + side + 12, y, w: w - side - 12 }, inks)
  const box: DrawNode = {
    type: 'rect',
    x: x + 1,
    y: y + 1,
    w: side - 2,
    h: side - 2,
    radius: 5,
    line: inks.family,
    lineWidth: 2,
  }
  const tick = done ? [iconAt('check', x + 3, y + 3, side - 6, inks.family)] : []
  return { ...text, h: Math.max(side, text.h), nodes: [box, ...tick, ...text.nodes] }
}
