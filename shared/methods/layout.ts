import type { FrameTemplate, Wording } from './method.ts'

/** Space between frames; a frame's name stands in it, above the frame. */
const GUTTER = 72

export type NamedFrame = Pick<FrameTemplate, 'key' | 'name'>

/** Short for a frame in the making. */
export const named = (key: string, de: string, en: string): NamedFrame => ({ key, name: { de, en } })

/** Frames of one size side by side, wrapped after `perRow`. */
export function grid(
  frames: readonly NamedFrame[],
  { perRow, w, h }: { perRow: number; w: number; h: number },
): FrameTemplate[] {
  return frames.map((frame, n) => ({
    ...frame,
    x: (n % perRow) * (w + GUTTER),
    y: Math.floor(n / perRow) * (h + GUTTER),
    w,
    h,
  }))
}

/** Frames of different widths in one row. */
export function row(h: number, frames: readonly (NamedFrame & { w: number })[]): FrameTemplate[] {
  let x = 0
  return frames.map((frame) => {
    const placed = { ...frame, x, y: 0, h }
    x += frame.w + GUTTER
    return placed
  })
}

/** Poles of the two axes of a 2×2-Matrix. */
export interface Axes {
  top: Pole
  bottom: Pole
  left: Pole
  right: Pole
}
export interface Pole {
  key: string
  word: Wording
}

const QUADRANT = { w: 960, h: 680 }
const POLE_WIDTH = 640
const CENTRED = (QUADRANT.w - POLE_WIDTH) / 2
/** Above the frames' names, which are tall in board units while the whole page is on the screen. */
const ABOVE = -260
const BESIDE = -POLE_WIDTH - 40
const MIDDLE = QUADRANT.h / 2 - 48

/**
 * Four frames as quadrants and the axes' poles around them. Quadrants are ordinary frames, so that a card can be put
 * into one without a mouse; their names say both poles, so that a screen reader says where a card lies.
 */
export function quadrants({ top, bottom, left, right }: Axes) {
  const cells = [top, bottom].flatMap((vertical) => [left, right].map((across) => quadrant(vertical, across)))
  const labels = [
    { ...label(left), x: CENTRED, y: ABOVE },
    { ...label(right), x: QUADRANT.w + GUTTER + CENTRED, y: ABOVE },
    { ...label(top), align: 'end' as const, x: BESIDE, y: MIDDLE },
    { ...label(bottom), align: 'end' as const, x: BESIDE, y: QUADRANT.h + GUTTER + MIDDLE },
  ]
  return { frames: grid(cells, { perRow: 2, ...QUADRANT }), labels }
}

const quadrant = (vertical: Pole, across: Pole): NamedFrame => ({
  key: `${vertical.key}-${across.key}`,
  name: {
    de: `${vertical.word.de} · ${across.word.de}`,
    en: `${vertical.word.en} · ${across.word.en}`,
  },
})

const label = ({ key, word }: Pole) => ({ key, text: word, w: POLE_WIDTH })
