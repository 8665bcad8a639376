import type { Colour, DrawNode, ImageNode, Painted } from './draw.ts'

type Attributes = Readonly<Record<string, string | number>>

/** An SVG element before it is printed: what React and the string printer have in common. */
export interface SvgElement {
  tag: string
  attributes: Attributes
  children?: readonly SvgElement[]
  text?: string
}

export interface SvgLook {
  colour: (colour: Colour) => string
  /** Names of the font, as CSS writes them. */
  fontFamily: string
  /** Address of an image; null leaves its place empty. */
  imageHref: (assetId: string) => string | null
  /** Begins the ids of this drawing; no other drawing in the same document may have it. */
  idPrefix: string
}

/** Custom properties of the page: a drawing that follows light and dark by itself. */
export const onScreen = (colour: Colour) => `var(--${colour})`

export function svgElements(nodes: readonly DrawNode[], look: SvgLook): SvgElement[] {
  return nodes.flatMap((node, n) => svgElement(node, n, look))
}

function svgElement(node: DrawNode, n: number, look: SvgLook): SvgElement[] {
  switch (node.type) {
    case 'rect': {
      const { x, y, w, h, radius } = node
      const place = { x: round(x), y: round(y), width: round(w), height: round(h) }
      return [
        { tag: 'rect', attributes: { ...place, ...(radius ? { rx: radius } : {}), ...paint(node, look) } },
      ]
    }
    case 'path': {
      const { d, at } = node
      const transform: Attributes = at
        ? { transform: `translate(${round(at.x)} ${round(at.y)}) scale(${round(at.scale)})` }
        : {}
      const ends: Attributes = node.line ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {}
      return [{ tag: 'path', attributes: { d, ...transform, ...paint(node, look), ...ends } }]
    }
    case 'text': {
      const { size, weight, fill, anchor, opacity } = node
      const attributes = {
        'font-family': look.fontFamily,
        'font-size': size,
        'font-weight': weight,
        fill: look.colour(fill),
        ...(anchor ? { 'text-anchor': anchor } : {}),
        ...(opacity === undefined ? {} : { opacity }),
      }
      const [first, ...more] = node.lines
      if (first && more.length === 0) {
        return [
          {
            tag: 'text',
            attributes: { ...attributes, x: round(first.x), y: round(first.y) },
            text: first.text,
          },
        ]
      }
      // A space at the end of a line keeps its words apart for whoever searches, copies or reads out the text.
      const gap = anchor ? '' : ' '
      const children = node.lines.map(({ x, y, text }, at): SvgElement => {
        const words = at < node.lines.length - 1 ? text + gap : text
        return { tag: 'tspan', attributes: { x: round(x), y: round(y) }, text: words }
      })
      return [{ tag: 'text', attributes, children }]
    }
    case 'image':
      return image(node, n, look)
  }
}

function image({ assetId, x, y, w, h, radius, fit }: ImageNode, n: number, look: SvgLook): SvgElement[] {
  const href = look.imageHref(assetId)
  if (!href) return []
  const place = { x: round(x), y: round(y), width: round(w), height: round(h) }
  const preserveAspectRatio = fit === 'cover' ? 'xMidYMid slice' : 'xMidYMid meet'
  const id = `${look.idPrefix}-${n}`
  const clip: SvgElement = {
    tag: 'clipPath',
    attributes: { id },
    children: [{ tag: 'rect', attributes: { ...place, rx: radius } }],
  }
  return [
    clip,
    { tag: 'image', attributes: { href, ...place, preserveAspectRatio, 'clip-path': `url(#${id})` } },
  ]
}

function paint({ fill, line, lineWidth = 1, dash, opacity }: Painted, { colour }: SvgLook): Attributes {
  return {
    fill: fill ? colour(fill) : 'none',
    ...(line ? { stroke: colour(line), 'stroke-width': lineWidth } : {}),
    ...(dash ? { 'stroke-dasharray': dash } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  }
}

/** Hundredths of a unit are less than anybody sees, and make files a third smaller. */
const round = (value: number) => Math.round(value * 100) / 100
