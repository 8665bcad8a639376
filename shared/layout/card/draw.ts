import type { FontWeight } from '../text/style.ts'

/**
 * A drawing as plain data: what a card looks like, to be printed as SVG elements on screen, into a picture or a
 * string. Board units; the origin is the card's upper left corner.
 */
export type DrawNode = RectNode | PathNode | TextNode | ImageNode

/** Names of custom properties in `client/ui/tokens.css`; files get their light values from `light-colours.ts`. */
export type Colour =
  | 'card'
  | 'card-line'
  | 'slot'
  | 'field'
  | 'line-strong'
  | 'ink'
  | 'ink-quiet'
  | 'poster'
  | 'poster-ink'
  | 'accent'
  | 'attention'
  | 'success'
  | FamilyColour
  | 'fam-make-band'
  | 'fam-evidence-band'
  | `note-${NotePaper}`
  | `note-${NotePaper}-ink`

export type Family = 'evidence' | 'understand' | 'make' | 'test' | 'commit' | 'frame'
type FamilyColour = `fam-${Family}` | `fam-${Family}-soft`
export type NotePaper = 'yellow' | 'pink' | 'blue' | 'green' | 'violet' | 'grey'

/** How a shape is filled and lined; what is left out is not there. */
export interface Painted {
  fill?: Colour
  line?: Colour
  lineWidth?: number
  /** Lengths of dashes and gaps. */
  dash?: string
  opacity?: number
}

interface RectNode extends Painted {
  type: 'rect'
  x: number
  y: number
  w: number
  h: number
  /** Of all corners; half the side makes a disc. */
  radius?: number
}

interface PathNode extends Painted {
  type: 'path'
  d: string
  /** Where the path's own origin lies, and how much it is enlarged (icons are drawn on 24 × 24). */
  at?: { x: number; y: number; scale: number }
}

/** Lines of one text in one style; `y` is the baseline. */
export interface TextNode {
  type: 'text'
  lines: readonly { x: number; y: number; text: string }[]
  size: number
  weight: FontWeight
  fill: Colour
  anchor?: 'start' | 'middle' | 'end'
  opacity?: number
  /** Part of what stands for the card: not drawn while somebody writes it in place. */
  headline?: true
}

export interface ImageNode {
  type: 'image'
  assetId: string
  x: number
  y: number
  w: number
  h: number
  /** Corners; half the side makes a disc. */
  radius: number
  /** `cover` fills the box and is cut, `contain` is seen whole. */
  fit: 'cover' | 'contain'
}

/** A rectangle whose corners differ: upper left, upper right, lower right, lower left. */
export function cornered(
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  [tl, tr, br, bl]: readonly [number, number, number, number],
): string {
  return [
    `M${x + tl} ${y}H${x + w - tr}a${tr} ${tr} 0 0 1 ${tr} ${tr}V${y + h - br}`,
    `a${br} ${br} 0 0 1 ${-br} ${br}H${x + bl}a${bl} ${bl} 0 0 1 ${-bl} ${-bl}V${y + tl}`,
    `a${tl} ${tl} 0 0 1 ${tl} ${-tl}Z`,
  ].join('')
}
