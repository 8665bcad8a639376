import { cornered, type Colour, type DrawNode, type Family } from './draw.ts'
import type { Body, CardFace } from './parts.ts'
import type { Inks } from './placed.ts'

/** Distances of the parts from the card's edges. */
interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

const CAP = 6
const TAB = { w: 132, h: 10 }
const ARROW = 22
const DOG_EAR = 26
const FOLD = 36

export function insetsOf({ body, compact }: CardFace): Insets {
  if (compact) return { top: CAP + 9, right: 8, bottom: 8, left: 10 }
  const usual = { top: 12, right: 14, bottom: 10, left: 14 }
  switch (body.type) {
    case 'note':
      return usual
    case 'poster':
      return { top: 18, right: 22, bottom: 18, left: 22 }
    case 'sheet':
      return { ...usual, top: TAB.h + 12 }
    case 'arrow':
      return { ...usual, right: ARROW + 10 }
    case 'paper':
      switch (body.mark) {
        case 'cap':
          return { ...usual, top: CAP + 12 }
        case 'leftBar':
          return { ...usual, left: 20 }
        case 'topTint':
          return { ...usual, top: 16 }
        case 'roundCorner':
          return { ...usual, left: 16 }
        case 'doubleBorder':
          return { top: 16, right: 18, bottom: 14, left: 18 }
        case 'dogEar':
          return { ...usual, right: 16 }
        case undefined:
          return usual
      }
  }
}

/** How far what is drawn from edge to edge (a head, a picture on top) begins below the upper edge. */
export const flushTop = ({ body }: CardFace) => (body.type === 'paper' && body.mark === 'cap' ? CAP : 1)

/** The kind line ends before a dog-ear, and before what folds a sheet. */
export function kindLineCut({ body }: CardFace): number {
  if (body.type === 'sheet') return FOLD
  return body.type === 'paper' && body.mark === 'dogEar' ? DOG_EAR - 14 : 0
}

export const bandOf = (family: Family): Colour => (family === 'make' ? 'fam-make-band' : `fam-${family}`)

const plain = { ink: 'ink', quiet: 'ink-quiet', attention: 'attention' } as const

export function inksOf({ body, family }: CardFace): Inks {
  const tints = { family: `fam-${family}`, soft: `fam-${family}-soft`, band: bandOf(family) } as const
  switch (body.type) {
    case 'paper':
      return { ...tints, ...plain, ground: 'card' }
    case 'sheet':
    case 'arrow':
      return { ...tints, ...plain, soft: 'card', ground: tints.soft }
    case 'poster':
      return {
        ink: 'poster-ink',
        quiet: 'poster-ink',
        family: 'poster-ink',
        soft: 'poster',
        band: 'poster',
        attention: 'poster-ink',
        ground: 'poster',
      }
    case 'note': {
      const ink = `note-${body.paper}-ink` as const
      const paper = `note-${body.paper}` as const
      return { ink, quiet: ink, family: ink, soft: paper, band: paper, attention: ink, ground: paper }
    }
  }
}

/** The card's own shape, below its parts. */
export function drawBody({ body, family }: CardFace, w: number, h: number, inks: Inks): DrawNode[] {
  const all = { x: 0, y: 0, w, h }
  const inner = { x: 0.5, y: 0.5, w: w - 1, h: h - 1 }
  const paper = { fill: 'card', line: 'card-line', lineWidth: 1 } as const
  const sheet: DrawNode = { type: 'rect', ...inner, radius: 6, ...paper }
  switch (body.type) {
    case 'note':
      return [{ type: 'path', d: cornered(all, [3, 3, 10, 3]), fill: inks.ground }]
    case 'poster':
      return [{ type: 'rect', ...all, radius: 6, fill: inks.ground }]
    case 'arrow':
      return [{ type: 'path', d: `M0 0H${w - ARROW}L${w} ${h / 2}L${w - ARROW} ${h}H0Z`, fill: inks.ground }]
    case 'sheet':
      return [
        {
          type: 'path',
          d: cornered({ x: 0, y: 0, w: TAB.w, h: TAB.h + 1 }, [6, 6, 0, 0]),
          fill: inks.ground,
        },
        {
          type: 'path',
          d: cornered({ x: 0, y: TAB.h, w, h: h - TAB.h }, [2, 10, 10, 10]),
          fill: inks.ground,
        },
      ]
    case 'paper':
      return [...paperOf(body, inner, sheet, paper), ...markOf(body, family, w, h, inks)]
  }
}

function paperOf(
  { mark }: Extract<Body, { type: 'paper' }>,
  inner: { x: number; y: number; w: number; h: number },
  sheet: DrawNode,
  paper: { fill: Colour; line: Colour; lineWidth: number },
): DrawNode[] {
  if (mark === 'roundCorner') return [{ type: 'path', d: cornered(inner, [20, 6, 6, 6]), ...paper }]
  if (mark !== 'dogEar') return [sheet]
  const { x, y, w, h } = inner
  const edge = `M${x + 6} ${y}H${x + w - DOG_EAR}L${x + w} ${y + DOG_EAR}V${y + h - 6}`
  const rest = `a6 6 0 0 1 -6 6H${x + 6}a6 6 0 0 1 -6 -6V${y + 6}a6 6 0 0 1 6 -6Z`
  return [{ type: 'path', d: edge + rest, ...paper }]
}

function markOf(
  { mark }: Extract<Body, { type: 'paper' }>,
  family: Family,
  w: number,
  h: number,
  inks: Inks,
): DrawNode[] {
  switch (mark) {
    case 'cap':
      return [{ type: 'path', d: cornered({ x: 0, y: 0, w, h: CAP }, [6, 6, 0, 0]), fill: inks.band }]
    case 'leftBar': {
      const fill = family === 'evidence' ? 'fam-evidence-band' : inks.family
      return [{ type: 'path', d: cornered({ x: 0, y: 0, w: 6, h }, [6, 0, 0, 6]), fill }]
    }
    case 'topTint':
      return [
        { type: 'path', d: cornered({ x: 0.5, y: 0.5, w: w - 1, h: 6 }, [6, 6, 0, 0]), fill: inks.soft },
      ]
    case 'dogEar': {
      const at = w - DOG_EAR
      return [{ type: 'path', d: `M${at} 0.5V${DOG_EAR - 6}a6 6 0 0 0 6 6H${w - 0.5}Z`, fill: 'card-line' }]
    }
    case 'doubleBorder': {
      const line = { line: inks.family, lineWidth: 1 } as const
      return [
        { type: 'rect', x: 0.5, y: 0.5, w: w - 1, h: h - 1, radius: 6, ...line },
        { type: 'rect', x: 4, y: 4, w: w - 8, h: h - 8, radius: 3, ...line },
      ]
    }
    case 'roundCorner':
    case undefined:
      return []
  }
}
