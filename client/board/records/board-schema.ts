import {
  DefaultColorThemePalette,
  createTLStore,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  type TLAnyShapeUtilConstructor,
  type TLAssetStore,
  type TLStateNodeConstructor,
  type TLStore,
} from 'tldraw'
import { CardShapeUtil, cardShapeUtilOf } from '../cards/card-on-canvas.tsx'
import { LassoTool } from '../canvas/lasso-tool.ts'
import { cardToolsOf } from '../cards/card-tools.ts'
import { FieldShapeUtil, fieldShapeUtilOf } from '../sheet/field-shape.tsx'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** Ours instead: note. Outside addresses and films: embed, bookmark, video. */
const LEFT_OUT: ReadonlySet<string> = new Set(['note', 'embed', 'bookmark', 'video'])
/** Of the same type and props, drawn by ours. */
const OURS = 'frame'

const drawings = defaultShapeUtils.filter(({ type }) => !LEFT_OUT.has(type) && type !== OURS)
const drawingTools = [...defaultTools, ...defaultShapeTools].filter(({ id }) => !LEFT_OUT.has(id))

/** tldraw's grey is too pale for words (2.3 : 1 on our paper); the labels of a page are written in it. */
DefaultColorThemePalette.lightMode.grey.solid = lightColours['ink-quiet']

export const bindingUtils = defaultBindingUtils

export function shapeUtilsOf(room: CardRoom): TLAnyShapeUtilConstructor[] {
  return [...drawings, fieldShapeUtilOf(room), cardShapeUtilOf(room)]
}

export function toolsOf(room: CardRoom): TLStateNodeConstructor[] {
  return [...drawingTools, LassoTool, ...cardToolsOf(room)]
}

/** An empty store that knows exactly the records a board may hold. */
export function createBoardStore(assets?: TLAssetStore): TLStore {
  return createTLStore({
    shapeUtils: [...drawings, FieldShapeUtil, CardShapeUtil],
    bindingUtils,
    ...(assets ? { assets } : {}),
  })
}
