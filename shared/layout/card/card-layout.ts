import { drawBody, flushTop, inksOf, insetsOf, kindLineCut } from './body.ts'
import { placeChart, placeCurve, placeRings } from './diagrams.ts'
import { cornered, type DrawNode } from './draw.ts'
import { FOOT_HEIGHT, placeFoot } from './foot.ts'
import { placeCells, placeColumns, placeCross } from './grids.ts'
import {
  placeBox,
  placeCounts,
  placeKindLine,
  placeNotice,
  placeParagraph,
  placePoints,
  placeTitle,
} from './lines.ts'
import type { CardFace, Foot, Part } from './parts.ts'
import { placeBust, placeHead, placePicture, placeStrip, placeTask, placeTopPicture } from './pictures.ts'
import { stacked, type Area, type Box, type HeadlineBox, type Inks, type Placed } from './placed.ts'
import { placeRows, placeSteps } from './rows.ts'
import { placeSentence } from './sentence.ts'

/** A card with its places: everything lies within `w` × `h`, and no part covers another. */
export interface CardLayout {
  w: number
  /** As high as its parts need, at least what was asked for; a multiple of 4. */
  h: number
  nodes: readonly DrawNode[]
  /** Where the text that stands for the card is written in place; null where no part holds it. */
  headline: HeadlineBox | null
  /** Where each part lies, in the order of the face, and `inside` it the cards that lie on it. */
  boxes: readonly (Box & { part: Part['type']; inside?: Box })[]
}

const GAP = 8
const COMPACT_GAP = 4
const STEP = 4

/** Lays out a card of a width. Text is never shrunk and never cut: the card grows instead. */
export function layOutCard(face: CardFace, w: number, minHeight = 0): CardLayout {
  const layout = stack(face, w, minHeight)
  const cross = layout.boxes.find(({ part }) => part === 'cross')
  return cross ? stack(stretched(face, cross.h + layout.spare), w, minHeight) : layout
}

/** A cross takes what height is left over, because cards lie on it. */
function stretched(face: CardFace, minHeight: number): CardFace {
  return { ...face, parts: face.parts.map((part) => (part.type === 'cross' ? { ...part, minHeight } : part)) }
}

function stack(face: CardFace, w: number, minHeight: number): CardLayout & { spare: number } {
  const insets = insetsOf(face)
  const inks = inksOf(face)
  const gap = face.compact ? COMPACT_GAP : GAP
  const boxes: CardLayout['boxes'][number][] = []
  const parts: DrawNode[] = []
  let headline: HeadlineBox | null = null
  let bottom = 0
  const add = (part: Part, area: Area, placed: Placed) => {
    if (placed.h === 0) return
    boxes.push({ part: part.type, ...area, h: placed.h, ...(placed.inside && { inside: placed.inside }) })
    parts.push(...placed.nodes)
    headline ??= placed.headline ?? null
    bottom = area.y + placed.h
  }
  for (const part of face.parts) {
    if (part.type === 'foot') continue
    if (isFlush(part)) {
      const area = { x: 1, y: Math.max(bottom, flushTop(face)), w: w - 2 }
      add(part, area, part.type === 'head' ? tinted(part, area, inks) : placeTopPicture(part, area))
      continue
    }
    const y = bottom === 0 ? insets.top : bottom + (wasFlush(boxes) ? 12 : gap)
    const cut = part.type === 'kindLine' ? kindLineCut(face) : 0
    const area = { x: insets.left, y, w: w - insets.left - insets.right - cut }
    add(part, area, placePart(part, area, inks))
  }
  const foot = face.parts.find((part): part is Foot => part.type === 'foot')
  const needed = foot ? Math.max(bottom, insets.top - gap) + gap + FOOT_HEIGHT : bottom
  const h = Math.ceil(Math.max(minHeight, needed + insets.bottom) / STEP) * STEP
  if (foot) {
    const area = { x: insets.left, y: h - insets.bottom - FOOT_HEIGHT, w: w - insets.left - insets.right }
    add(foot, area, placeFoot(foot, area, inks))
  }
  const spare = h - needed - insets.bottom
  return { w, h, nodes: [...drawBody(face, w, h, inks), ...parts], headline, boxes, spare }
}

/** Height of a card of a width, for whoever only makes room. */
export function cardHeight(face: CardFace, w: number, minHeight = 0): number {
  return layOutCard(face, w, minHeight).h
}

type FlushPart = Extract<Part, { type: 'head' | 'picture' }>

const isFlush = (part: Part): part is FlushPart =>
  part.type === 'head' || (part.type === 'picture' && part.place === 'top')

const wasFlush = (boxes: CardLayout['boxes']) => boxes.length === 1 && boxes[0]!.x === 1

function tinted(part: Extract<Part, { type: 'head' }>, area: Area, inks: Inks): Placed {
  const placed = placeHead(part, area, inks)
  const ground: DrawNode = {
    type: 'path',
    d: cornered({ ...area, h: placed.h }, [5, 5, 0, 0]),
    fill: inks.soft,
  }
  return { ...placed, nodes: [ground, ...placed.nodes] }
}

function placePart(part: Exclude<Part, { type: 'foot' }>, area: Area, inks: Inks): Placed {
  switch (part.type) {
    case 'kindLine':
      return placeKindLine(part, area, inks)
    case 'head':
      return placeHead(part, area, inks)
    case 'bust':
      return placeBust(area, inks)
    case 'title':
      return placeTitle(part, area, inks)
    case 'text':
      return placeParagraph(part, area, inks)
    case 'sentence':
      return placeSentence(part, area, inks)
    case 'rows':
      return placeRows(part, area, inks)
    case 'box':
      return placeBox(part, area, inks)
    case 'steps':
      return placeSteps(part, area, inks)
    case 'chart':
      return placeChart(part, area, inks)
    case 'rings':
      return placeRings(part, area, inks)
    case 'cells':
      return placeCells(part, area, inks)
    case 'columns':
      return placeColumns(part, area, inks)
    case 'cross':
      return placeCross(part, area, inks)
    case 'curve':
      return placeCurve(part, area, inks)
    case 'picture':
      return placePicture(part, area, (parts, beside) => placeAll(parts, beside, inks))
    case 'strip':
      return placeStrip(part, area, inks)
    case 'notice':
      return placeNotice(part, area, inks)
    case 'points':
      return placePoints(part, area, inks)
    case 'task':
      return placeTask(part, area, inks)
    case 'counts':
      return placeCounts(part, area, inks)
    case 'space':
      return { h: part.height, nodes: [] }
  }
}

function placeAll(parts: readonly Part[], area: Area, inks: Inks): Placed {
  const places = parts
    .filter((part): part is Exclude<Part, { type: 'foot' }> => part.type !== 'foot')
    .map((part) => (at: Area) => placePart(part, at, inks))
  return stacked(area, GAP, places)
}
