import type { Area } from '../board-commands.ts'

/** What the bars of the canvas cover of it, and a little air: above, below, at the sides. */
const ROOM_ABOVE = 72
const ROOM_BELOW = 64
const ROOM_BESIDE = 32
/** On a phone, all of a wide page would be too small to read and to touch; it begins at the page's beginning. */
const NARROW = 640
const NARROW_FROM_ZOOM = 0.45

interface Camera {
  x: number
  y: number
  z: number
}

/** The whole page between the bars; on a narrow screen its beginning, large enough to read. */
export function cameraForPage(page: Area, screen: { w: number; h: number }): Camera {
  return screen.w < NARROW ? cameraFor(page, screen, NARROW_FROM_ZOOM) : cameraForAll(page, screen)
}

/** All of it between the bars, however small it becomes. */
export const cameraForAll = (page: Area, screen: { w: number; h: number }): Camera =>
  cameraFor(page, screen, 0)

function cameraFor(page: Area, screen: { w: number; h: number }, minZoom: number): Camera {
  const w = Math.max(1, screen.w - 2 * ROOM_BESIDE)
  const h = Math.max(1, screen.h - ROOM_ABOVE - ROOM_BELOW)
  const fitting = Math.min(1, w / page.w, h / page.h)
  const z = Math.max(fitting, minZoom)
  const spareX = Math.max(0, w - page.w * z) / 2
  const spareY = minZoom > 0 ? 0 : Math.max(0, h - page.h * z) / 2
  return { x: (ROOM_BESIDE + spareX) / z - page.x, y: (ROOM_ABOVE + spareY) / z - page.y, z }
}
