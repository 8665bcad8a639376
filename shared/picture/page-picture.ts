import type { Artefact } from '../document/artefacts.ts'
import { numberIn, textIn, unflattenRecord, type BoardRecord } from '../document/board-record.ts'
import { isFolded } from '../document/containers.ts'
import { fieldAt } from '../document/fields.ts'
import type { Roots } from '../document/roots.ts'
import { boxOf, FRAME_NAME_HEIGHT, type Box } from '../document/shape-box.ts'
import { traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { cardHeight, layOutCard } from '../layout/card/card-layout.ts'
import { drawFace } from '../layout/card/face.ts'
import { lightColours } from '../layout/card/light-colours.ts'
import { printSvg } from '../layout/card/print-svg.ts'
import { svgElements, type SvgElement } from '../layout/card/svg.ts'
import { fieldMeasures } from '../layout/field-box.ts'
import { sheetMeasures } from '../layout/grid.ts'
import type { CardMeasure } from '../layout/held-cards.ts'
import { grownY, placesOnCards, placesOnPage, type PagePlaces } from '../layout/page-places.ts'
import { promptBottom, type Prompt } from '../layout/prompt.ts'
import { breakLines, breakLinesUpTo } from '../layout/text/lines.ts'
import { drawnShape } from './drawn-shapes.ts'
import { around, common, grown, reachOf, turned } from './extent.ts'
import { faceContext, type PictureMaterial } from './face-words.ts'

interface PictureSettings extends PictureMaterial {
  /** Names of the fonts, as SVG writes them. */
  fontFamily: string
  /** A data URL, so that the picture is complete in itself; null leaves its place empty. */
  imageHref: (assetId: string) => string | null
  /** Below the sheet: workshop, group, page, date. */
  stamp: string
  /** What lies wholly outside of it is not drawn; without it all is. */
  area?: Box | null
}

/** What is seen of the page, in its units. */
export interface PagePicture extends Box {
  svg: string
}

const MARGIN = 24
const STAMP = { h: 44, size: 17 } as const
const PAPER = '#fbf8f2'

/**
 * A page as SVG, from the document alone: the layout of the board, so that no browser has to be open, with real text and
 * nothing that only a browser draws. Hand in what may leave (docs/consent.md).
 */
export function pagePicture(
  roots: Pick<Roots, 'board'>,
  pageId: string,
  settings: PictureSettings,
): PagePicture {
  const drawing = new Drawing(roots.board, pageId, settings)
  const elements = drawing.inside(pageId)
  const box = drawing.extent()
  const w = box.w + 2 * MARGIN
  const h = box.h + 2 * MARGIN + STAMP.h
  const ground: SvgElement[] = [
    { tag: 'rect', attributes: { x: box.x - MARGIN, y: box.y - MARGIN, width: w, height: h, fill: PAPER } },
    ...drawing.prompt(),
    ...elements,
    textAt(
      settings.stamp,
      box.x,
      box.y + box.h + MARGIN + STAMP.h / 2,
      STAMP.size,
      400,
      lightColours['ink-quiet'],
      settings.fontFamily,
    ),
  ]
  const view = {
    x: Math.round(box.x - MARGIN),
    y: Math.round(box.y - MARGIN),
    w: Math.round(w),
    h: Math.round(h),
  }
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.w} ${view.h}" width="${view.w}" height="${view.h}">`
  return { svg: `${head}${printSvg(ground)}</svg>`, ...view }
}

const textAt = (
  words: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  fill: string,
  family: string,
): SvgElement => ({
  tag: 'text',
  attributes: {
    x,
    y: Math.round(y * 10) / 10,
    'font-family': family,
    'font-size': size,
    'font-weight': weight,
    fill,
  },
  text: words,
})

interface Placed extends Box {
  record: BoardRecord
}

class Drawing {
  readonly #children = new Map<string, BoardRecord[]>()
  readonly #records = new Map<string, BoardRecord>()
  readonly #bindings = new Map<string, BoardRecord[]>()
  readonly #settings: PictureSettings
  readonly #board: Roots['board']
  readonly #sheet: PagePlaces | null
  readonly #places: Pick<PagePlaces, 'boxes' | 'heights'>
  /** Corners of everything that was drawn, in the page's coordinates. */
  readonly #drawn: Box[] = []

  constructor(board: Roots['board'], pageId: string, settings: PictureSettings) {
    this.#settings = settings
    this.#board = board
    board.forEach((flat, id) => {
      const record: BoardRecord = { ...unflattenRecord(flat), id }
      this.#records.set(id, record)
      if (record.typeName === 'shape') push(this.#children, textIn(record.parentId), record)
      if (record.typeName === 'binding') push(this.#bindings, textIn(record.fromId), record)
    })
    this.#sheet = placesOnPage(board, pageId, this.#measure())
    this.#places = this.#sheet ?? placesOnCards(board, pageId, this.#measure())
  }

  extent(): Box {
    const { area } = this.#settings
    const sheet = { x: 0, y: 0, w: sheetMeasures.w }
    const whole = this.#sheet && !area ? [{ ...sheet, h: this.#sheet.h }] : []
    const prompt =
      this.#sheet && this.#seesPrompt() ? [{ ...sheet, h: promptBottom(this.#sheet.prompt) }] : []
    const boxes = [...this.#drawn, ...whole, ...prompt, ...(area ? [area] : [])]
    return around(boxes) ?? { x: 0, y: 0, w: 640, h: 360 }
  }

  #seesPrompt(): boolean {
    const { area } = this.#settings
    return this.#sheet !== null && (!area || area.y < promptBottom(this.#sheet.prompt))
  }

  /** What the page asks, at the top of its sheet. */
  prompt(): SvgElement[] {
    if (!this.#sheet || !this.#seesPrompt()) return []
    const { question, tip, size }: Prompt = this.#sheet.prompt
    const { fontFamily } = this.#settings
    const [left, top] = [sheetMeasures.side, sheetMeasures.top]
    if (size === 'line') return [textAt(question, left, top + 18, 18, 600, lightColours.ink, fontFamily)]
    const lines = breakLinesUpTo(2, question, { size: 34, weight: 700 }, 880)
    const advice = breakLinesUpTo(3, tip, { size: 17, weight: 400 }, 270)
    return [
      ...lines.map((line, n) =>
        textAt(line, left, top + 24 + 31 + n * 40, 34, 700, lightColours.ink, fontFamily),
      ),
      ...advice.map((line, n) =>
        textAt(line, 946, top + 24 + 17 + n * 23, 17, 400, lightColours['ink-quiet'], fontFamily),
      ),
    ]
  }

  /** Everything on a page or in a shape, those first that lie below. */
  inside(parentId: string, at = { x: 0, y: 0 }, depth = 0): SvgElement[] {
    if (depth > 12) return []
    const records = [...(this.#children.get(parentId) ?? [])].sort(byIndex)
    return records.flatMap((record) => {
      const placed = this.#placed(record)
      const absolute = { x: at.x + placed.x, y: at.y + placed.y }
      const before = this.#drawn.length
      const own = this.#shape(placed, absolute)
      const inner = isFolded(this.#board, record.id) ? [] : this.inside(record.id, absolute, depth + 1)
      if (own.length + inner.length === 0) return []
      const turn = numberIn(record.rotation)
      const boxes = this.#drawn.splice(before).map((box) => (turn ? turned(box, absolute, turn) : box))
      if (depth === 0 && !this.#isSeen(boxes)) return []
      this.#drawn.push(...boxes)
      const rotate = turn ? ` rotate(${Math.round((turn * 1800) / Math.PI) / 10})` : ''
      const transform = `translate(${round(placed.x)} ${round(placed.y)})${rotate}`
      const opacity = numberIn(record.opacity)
      const faint: SvgElement['attributes'] = opacity >= 0 && opacity < 1 ? { opacity } : {}
      return [{ tag: 'g', attributes: { transform, ...faint }, children: [...own, ...inner] }]
    })
  }

  /** With room for the width of a pen. */
  #isSeen(boxes: readonly Box[]): boolean {
    const { area } = this.#settings
    return !area || boxes.some((box) => common(grown(box, MARGIN), area))
  }

  #placed(record: BoardRecord): Placed {
    const known = this.#places.boxes.get(record.id)
    if (known) return { record, ...known }
    const stored = boxOf(this.#board.get(record.id)!)
    // A frame's name is no part of it here
    const plain =
      record.type === 'frame'
        ? { ...stored, y: stored.y + FRAME_NAME_HEIGHT, h: stored.h - FRAME_NAME_HEIGHT }
        : stored
    const y =
      this.#sheet && textIn(record.parentId).startsWith('page:')
        ? grownY(plain.y, this.#sheet.growth)
        : plain.y
    return { record, ...plain, y, h: this.#places.heights.get(record.id) ?? plain.h }
  }

  #shape(placed: Placed, absolute: { x: number; y: number }): SvgElement[] {
    const { record, w, h } = placed
    const { fontFamily } = this.#settings
    const drawn = (elements: SvgElement[], reach: Box = { x: 0, y: 0, w, h }) => {
      this.#drawn.push({ ...reach, x: absolute.x + reach.x, y: absolute.y + reach.y })
      return elements
    }
    const lines = (elements: SvgElement[]) => drawn(elements, reachOf(elements))
    switch (record.type) {
      case 'card':
        return drawn(this.#card(placed))
      case 'frame':
        return drawn(this.#frame(placed))
      case 'group':
        return []
      case 'image':
        return drawn(this.#image(placed))
      case 'geo':
        return drawn(drawnShape(record, fontFamily))
      case 'arrow': {
        const ends = {
          start: this.#boundEnd(record, 'start', absolute),
          end: this.#boundEnd(record, 'end', absolute),
        }
        return lines(drawnShape(record, fontFamily, definedOf(ends)))
      }
      case 'text': {
        const words = drawnShape(record, fontFamily)
        const last = words.at(-1)?.attributes.y
        return drawn(words, { x: 0, y: 0, w, h: Math.max(40, numberIn(last) || 0) })
      }
      case 'note':
        return drawn(drawnShape(record, fontFamily), { x: 0, y: 0, w: 200, h: 200 })
      default:
        return lines(drawnShape(record, fontFamily))
    }
  }

  #card({ record, w, h }: Placed): SvgElement[] {
    const artefact = this.#artefactOf(record)
    if (!artefact) return []
    const layout = layOutCard(this.#face(artefact, this.#takes(textIn(record.parentId))), w, h)
    return svgElements(layout.nodes, {
      colour: (colour) => lightColours[colour],
      fontFamily: this.#settings.fontFamily,
      imageHref: this.#settings.imageHref,
      idPrefix: record.id.replace(/\W/g, '-'),
    })
  }

  #frame({ record, w, h }: Placed): SvgElement[] {
    const name = textIn((record.props as { name?: unknown } | undefined)?.name)
    const { padding, radius } = fieldMeasures
    const { fontFamily } = this.#settings
    const isField = this.#places.boxes.has(record.id)
    const [title = ''] = breakLinesUpTo(1, name, { size: 20, weight: 700 }, w - 2 * padding)
    const field = fieldAt(this.#board, record.id)
    const hint =
      isField && field ? breakLines(field.hint, { size: 18, weight: 400 }, w - 2 * padding).slice(0, 2) : []
    return [
      { tag: 'rect', attributes: { x: 0, y: 0, width: w, height: h, rx: radius, fill: lightColours.field } },
      textAt(title, padding, isField ? padding + 20 : -10, 20, 700, lightColours.ink, fontFamily),
      ...hint.map((line, n) =>
        textAt(line, padding, padding + 24 + 18 + n * 24, 18, 400, lightColours['ink-quiet'], fontFamily),
      ),
    ]
  }

  #image({ record, w, h }: Placed): SvgElement[] {
    const asset = this.#records.get(textIn((record.props as { assetId?: unknown } | undefined)?.assetId))
    const href = this.#settings.imageHref(assetIdOf(asset))
    return href === null ? [] : [{ tag: 'image', attributes: { href, x: 0, y: 0, width: w, height: h } }]
  }

  /** Where a bound arrow meets the edge of what it is bound to, in the arrow's coordinates. */
  #boundEnd(arrow: BoardRecord, terminal: 'start' | 'end', at: { x: number; y: number }) {
    const binding = this.#bindings
      .get(arrow.id)
      ?.find(({ props }) => (props as { terminal?: unknown }).terminal === terminal)
    const other = this.#bindings
      .get(arrow.id)
      ?.find(({ props }) => (props as { terminal?: unknown }).terminal !== terminal)
    const box = binding && this.#absoluteBox(textIn(binding.toId))
    if (!box) return undefined
    const centre = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
    const otherBox = other && this.#absoluteBox(textIn(other.toId))
    const far = (arrow.props as Record<string, { x: number; y: number }>)[
      terminal === 'start' ? 'end' : 'start'
    ]
    const towards = otherBox
      ? { x: otherBox.x + otherBox.w / 2, y: otherBox.y + otherBox.h / 2 }
      : { x: at.x + (far?.x ?? 0), y: at.y + (far?.y ?? 0) }
    const [dx, dy] = [towards.x - centre.x, towards.y - centre.y]
    const reach = Math.min(1, (box.w / 2 + 6) / Math.abs(dx || 1e-9), (box.h / 2 + 6) / Math.abs(dy || 1e-9))
    return { x: round(centre.x + dx * reach - at.x), y: round(centre.y + dy * reach - at.y) }
  }

  #absoluteBox(id: string): Box | null {
    let record = this.#records.get(id)
    if (!record || record.typeName !== 'shape') return null
    const box = this.#placed(record)
    let { x, y } = box
    for (let n = 0; n < 12; n++) {
      record = this.#records.get(textIn(record.parentId))
      if (!record || record.typeName !== 'shape') break
      const above = this.#placed(record)
      x += above.x
      y += above.y
    }
    return { x, y, w: box.w, h: box.h }
  }

  #measure(): CardMeasure {
    const faced = (id: string, takes: readonly ArtefactKind[]) => {
      const artefact = this.#settings.artefact(id)
      return artefact && this.#face(artefact, takes)
    }
    return {
      height: (id, w, takes) => {
        const face = faced(id, takes)
        return face && cardHeight(face, w)
      },
      room: (id, { w, h }, takes) => {
        const face = faced(id, takes)
        if (!face) return { x: 12, y: 96, w: w - 24, h: Math.max(0, h - 140) }
        const { boxes } = layOutCard(face, w, h)
        const inside = boxes.find((box) => box.inside)?.inside
        if (inside) return inside
        const foot = boxes.find(({ part }) => part === 'foot')
        const top =
          Math.max(0, ...boxes.filter(({ part }) => part !== 'foot').map((box) => box.y + box.h)) + 12
        return { x: 12, y: top, w: w - 24, h: Math.max(0, (foot ? foot.y : h) - 12 - top) }
      },
    }
  }

  #face(artefact: Artefact, takes: readonly ArtefactKind[]) {
    const home = takes.length === 1 && takes[0] === artefact.kind
    return drawFace(traitsOf(artefact.kind).face, artefact, faceContext(artefact, this.#settings, home))
  }

  #takes(parentId: string): readonly ArtefactKind[] {
    return fieldAt(this.#board, parentId)?.takes ?? []
  }

  #artefactOf({ props }: BoardRecord): Artefact | null {
    return this.#settings.artefact(textIn((props as { artefactId?: unknown } | undefined)?.artefactId))
  }
}

/** The last part of the address under which an image was stored. */
const assetIdOf = (asset: BoardRecord | undefined) =>
  textIn((asset?.props as { src?: unknown } | undefined)?.src)
    .split('/')
    .at(-1) ?? ''

function push(map: Map<string, BoardRecord[]>, key: string, record: BoardRecord): void {
  const known = map.get(key)
  if (known) known.push(record)
  else map.set(key, [record])
}

const byIndex = (a: BoardRecord, b: BoardRecord) =>
  textIn(a.index) < textIn(b.index) ? -1 : textIn(a.index) > textIn(b.index) ? 1 : a.id < b.id ? -1 : 1

const round = (value: number) => Math.round(value * 10) / 10

function definedOf<Value>(ends: Record<'start' | 'end', Value | undefined>): { start?: Value; end?: Value } {
  return {
    ...(ends.start === undefined ? {} : { start: ends.start }),
    ...(ends.end === undefined ? {} : { end: ends.end }),
  }
}
