import { sheetMeasures } from '#shared/layout/grid.ts'

const STEP = 0.05
const MIN_ZOOM = 0.7
const BESIDE_PX = 36
const TOP_PX = 12
const EDGE_PX = 12
/** A half shows six columns with the sheet's side. */
const HALF_W = 640
const MAX_HALF_ZOOM = 0.8

export interface SheetView {
  camera: { x: number; y: number; z: number }
  /** How many parts of the sheet stand side by side, and which is shown, from 0. */
  parts: number
  part: number
}

const inSteps = (zoom: number) => Math.floor(zoom / STEP + 1e-9) * STEP
const between = (min: number, value: number, max: number) => Math.min(max, Math.max(min, value))
const rounded = (zoom: number) => Math.round(zoom * 100) / 100

/**
 * The whole width of the sheet in steps of 5 %; where that would be smaller than 70 %, one part of it that can be
 * read, to be turned over sideways.
 */
export function sheetView(screen: { w: number }, part = 0): SheetView {
  const whole = inSteps((screen.w - BESIDE_PX) / sheetMeasures.w)
  if (whole >= MIN_ZOOM) {
    const z = rounded(Math.min(1, whole))
    const beside = Math.max(0, screen.w - sheetMeasures.w * z) / 2
    return { camera: { x: beside / z, y: TOP_PX / z, z }, parts: 1, part: 0 }
  }
  const z = rounded(between(MIN_ZOOM, inSteps((screen.w - EDGE_PX) / HALF_W), MAX_HALF_ZOOM))
  const shown = Math.max(1, screen.w - 2 * EDGE_PX)
  const parts = Math.ceil((sheetMeasures.w * z) / shown - 0.05)
  const at = between(0, part, parts - 1)
  const last = screen.w - EDGE_PX - sheetMeasures.w * z
  const left = parts === 1 ? EDGE_PX : EDGE_PX + ((last - EDGE_PX) * at) / (parts - 1)
  return { camera: { x: left / z, y: TOP_PX / z, z }, parts, part: at }
}
