import type { Area } from './board-commands.ts'

/** What the bars of the canvas cover of it, and a little air: above, below, at the sides. */
const ROOM_ABOVE = 72
const ROOM_BELOW = 64
const ROOM_BESIDE = 32
/** Smaller than this, nobody can read a card: a narrow screen begins at the beginning of a wide page instead. */
const READABLE_ZOOM = 0.3
const FIRST_ZOOM = 0.45

/** The whole page between the bars; where it would become too small to read, its beginning. */
export function cameraForPage(
  page: Area,
  screen: { w: number; h: number },
): { x: number; y: number; z: number } {
  const w = Math.max(1, screen.w - 2 * ROOM_BESIDE)
  const h = Math.max(1, screen.h - ROOM_ABOVE - ROOM_BELOW)
  const fitting = Math.min(1, w / page.w, h / page.h)
  const z = fitting < READABLE_ZOOM ? FIRST_ZOOM : fitting
  const spareX = Math.max(0, w - page.w * z) / 2
  const spareY = Math.max(0, h - page.h * z) / 2
  return { x: (ROOM_BESIDE + spareX) / z - page.x, y: (ROOM_ABOVE + spareY) / z - page.y, z }
}
