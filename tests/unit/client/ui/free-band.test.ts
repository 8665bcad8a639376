import { describe, expect, it } from 'vitest'
import { freeBand } from '#client/ui/free-band.ts'

const screen = { top: 12, bottom: 888 }

describe('a message on a page that scrolls', () => {
  it('lies at the bottom where nothing can be pressed there', () => {
    expect(freeBand(56, [{ top: 100, bottom: 140 }], screen)).toBe(832)
  })

  it('lies above what can be pressed at the bottom, and between two rows where there is room', () => {
    const foot = { top: 820, bottom: 870 }
    const top = freeBand(56, [foot], screen)
    expect(top + 56).toBeLessThanOrEqual(820)
    expect(top + 56).toBeGreaterThan(812)
    const rows = [foot, { top: 700, bottom: 740 }, { top: 400, bottom: 700 }]
    const between = freeBand(56, rows, screen)
    expect(between).toBeGreaterThanOrEqual(740)
    expect(between + 56).toBeLessThanOrEqual(820)
  })

  it('covers as little as can be where everything can be pressed', () => {
    const wall = [
      { top: 0, bottom: 500 },
      { top: 520, bottom: 900 },
    ]
    const top = freeBand(56, wall, screen)
    expect(top).toBeLessThanOrEqual(500)
    expect(top + 56).toBeGreaterThanOrEqual(520)
  })
})
