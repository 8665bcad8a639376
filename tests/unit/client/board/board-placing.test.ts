import { describe, expect, it } from 'vitest'
import { freePlace, nameAbove, nextPlace, type Box } from '#client/board/cards/free-place.ts'
import { cameraForAll, cameraForPage } from '#client/board/canvas/page-camera.ts'

const size = { w: 200, h: 160 }
const step = { w: 224, h: 184 }
const card = (x: number, y: number): Box => ({ ...size, x, y })

describe('a card nobody pointed a place out for', () => {
  it('goes where it should when nothing lies there', () => {
    expect(freePlace(card(0, 0), step, { taken: [card(300, 0)], frames: [] })).toEqual(card(0, 0))
  })

  it('goes beside what lies there instead of over it', () => {
    expect(freePlace(card(0, 0), step, { taken: [card(0, 0)], frames: [] })).toEqual(card(0, 184))
    expect(
      freePlace(card(0, 0), step, { taken: [card(0, 0), card(0, 184), card(0, -184)], frames: [] }),
    ).toEqual(card(224, 0))
  })

  it('keeps a whole block off the cards around', () => {
    const block = { x: 0, y: 0, w: 648, h: 160 }
    const { x, y } = freePlace(block, step, { taken: [card(224, 0)], frames: [] })
    expect(Math.abs(y) >= 160 || x >= 424 || x <= -448).toBe(true)
  })

  it('is cut by no edge of a frame: it goes inside or outside', () => {
    const frame = { x: -1000, y: -1000, w: 1100, h: 2000 }
    expect(freePlace(card(0, 0), step, { taken: [], frames: [frame] })).toEqual(card(112, 0))
    expect(freePlace(card(-500, 0), step, { taken: [], frames: [frame] })).toEqual(card(-500, 0))
  })

  it('leaves the name of a frame readable', () => {
    const frame = { x: -400, y: 100, w: 900, h: 600 }
    const { y } = freePlace(card(0, -20), step, { taken: [nameAbove(frame)], frames: [frame] })
    expect(y + size.h <= frame.y - 60 || y >= frame.y).toBe(true)
  })

  it('goes no further than it has to', () => {
    const { x, y } = freePlace(card(0, 0), step, { taken: [card(150, 0)], frames: [] })
    expect(Math.hypot(x, y)).toBeLessThanOrEqual(60)
  })

  it('is placed all the same where everything is full', () => {
    const full = [{ x: -10_000, y: -10_000, w: 20_000, h: 20_000 }]
    expect(freePlace(card(0, 0), step, { taken: full, frames: [] })).toEqual(card(0, 0))
  })
})

describe('the next card', () => {
  const frame = { x: 0, y: 0, w: 700, h: 600 }

  it('goes beside this one, past whatever lies there', () => {
    expect(nextPlace(card(0, 0), size, 24, { taken: [card(0, 0), card(224, 0)] })).toEqual(card(448, 0))
  })

  it('goes under the row where the frame ends, so that no card is cut at its edge', () => {
    const taken = [card(24, 24), card(248, 24), card(472, 24)]
    expect(nextPlace(card(472, 24), size, 24, { taken, frame })).toEqual(card(24, 208))
  })

  it('goes beside all the same where the frame is full', () => {
    const taken = [frame]
    expect(nextPlace(card(472, 424), size, 24, { taken, frame })).toEqual(card(696, 424))
  })
})

describe('the first sight of a page', () => {
  it('shows all of it between the bars of the canvas', () => {
    const page = { x: 100, y: 50, w: 2000, h: 1200 }
    const { x, y, z } = cameraForPage(page, { w: 1134, h: 632 })
    expect((page.y + y) * z).toBeGreaterThanOrEqual(72)
    expect((page.y + page.h + y) * z).toBeLessThanOrEqual(632 - 64)
    expect((page.x + page.w + x) * z).toBeLessThanOrEqual(1134 - 32)
  })

  it('begins at the beginning on a phone, where all of it would be too small to read', () => {
    const page = { x: 100, y: 50, w: 2400, h: 1200 }
    const { x, y, z } = cameraForPage(page, { w: 390, h: 600 })
    expect(z).toBeGreaterThanOrEqual(0.45)
    expect((page.x + x) * z).toBeCloseTo(32)
    expect((page.y + y) * z).toBeCloseTo(72)
  })

  it('shows all of it on a phone as well to whoever asks for that', () => {
    const page = { x: 100, y: 50, w: 2400, h: 1200 }
    const { x, y, z } = cameraForAll(page, { w: 390, h: 600 })
    expect((page.x + x) * z).toBeGreaterThanOrEqual(0)
    expect((page.x + page.w + x) * z).toBeLessThanOrEqual(390)
    expect((page.y + page.h + y) * z).toBeLessThanOrEqual(600)
  })
})
