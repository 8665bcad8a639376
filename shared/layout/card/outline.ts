/**
 * What a card looks like from far away, without a word: a few marks on the soft colour of its family, by which the
 * kind is told. A kind lists the marks it is made of; each is drawn for the card's size.
 */
export type Mark = (card: { w: number; h: number }) => Stroke

/** Path data in three strengths, so that an outline is at most three elements however many marks it has. */
export interface Stroke {
  solid?: string
  faint?: string
  /** In the colour of the family's band. */
  band?: string
  /** Drawn as lines 14 wide instead of filled. */
  lines?: string
}

const MARGIN = 28
const LINE = 14

const box = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`
const disc = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

export const topBar: Mark = ({ w }) => ({ solid: box(0, 0, w, 16) })
export const cap: Mark = ({ w }) => ({ band: box(0, 0, w, 30) })
export const tintedTop: Mark = ({ w }) => ({ solid: box(0, 0, w, 22) })
export const leftBar: Mark = ({ h }) => ({ band: box(0, 0, 40, h) })
export const dogEar: Mark = ({ w }) => ({ faint: `M${w - 70} 0h70v70z` })
export const roundCorner: Mark = ({ w, h }) => ({ faint: `M0 0h${w}v24H24V${h}H0z` })
export const arrow: Mark = ({ w, h }) => ({ faint: `M0 0h${w - 30}l30 ${h / 2}l-30 ${h / 2}H0z` })
export const doubleBorder: Mark = ({ w, h }) => ({ lines: box(14, 14, w - 28, h - 28) })

/** Lines of writing, the last one shorter. `from` and `to` are parts of the height, `left` of the width. */
export const lines =
  (count: number, { from = 0.2, to = 0.94, left = 0, right = 1 } = {}): Mark =>
  ({ w, h }) => {
    const x = MARGIN + left * w
    const width = Math.max(20, right * w - x - MARGIN)
    const step = ((to - from) * h) / count
    const rows = Array.from({ length: count }, (_, n) => {
      return box(
        x,
        from * h + n * step,
        n === count - 1 && count > 1 ? width * 0.6 : width,
        Math.min(LINE, step * 0.6),
      )
    })
    return { solid: rows.join('') }
  }

/** Labels and their values. */
export const labelRows =
  (count: number, { from = 0.2, bullets = false } = {}): Mark =>
  ({ w, h }) => {
    const step = ((0.96 - from) * h) / count
    const label = bullets ? 24 : w * 0.24
    const ys = Array.from({ length: count }, (_, n) => from * h + n * step)
    return {
      solid: ys.map((y) => box(MARGIN, y, label, 18)).join(''),
      faint: ys.map((y) => box(MARGIN + label + 18, y, w - label - 2 * MARGIN - 18, 18)).join(''),
    }
  }

export const cells =
  (columns: number, rows: number, { from = 0.13, filled = 0 } = {}): Mark =>
  ({ w, h }) => {
    const gap = 16
    const each = {
      w: (w - 40 - (columns - 1) * gap) / columns,
      h: ((1 - from) * h - 20 - (rows - 1) * gap) / rows,
    }
    const all = Array.from({ length: columns * rows }, (_, n) => {
      return box(
        20 + (n % columns) * (each.w + gap),
        from * h + Math.floor(n / columns) * (each.h + gap),
        each.w,
        each.h,
      )
    })
    return { solid: all.slice(0, filled).join(''), faint: all.slice(filled).join('') }
  }

export const tintedBox =
  (from: number): Mark =>
  ({ w, h }) => ({ faint: box(24, from * h, w - 48, h - from * h - 24) })

export const rings: Mark = ({ w, h }) => ({
  lines: [0.4, 0.23].map((part) => disc(w / 2, h / 2, part * h)).join(''),
  solid: disc(w / 2, h / 2, 0.09 * h),
})

export const twoRings: Mark = ({ w, h }) => ({
  lines: disc(w * 0.37, h * 0.42, h * 0.22) + disc(w * 0.63, h * 0.42, h * 0.22),
})

export const cross: Mark = ({ w, h }) => ({
  solid: box(w / 2 - 7, 14, 14, h - 28) + box(14, h / 2 - 7, w - 28, 14),
})

export const chart: Mark = ({ w, h }) => {
  const each = (w - 40 - 40) / 5
  const heights = [0.15, 0.3, 0.54, 0.41, 0.2].map((part) => part * h)
  return { solid: heights.map((high, n) => box(20 + n * (each + 10), h - 24 - high, each, high)).join('') }
}

export const arrowUp: Mark = ({ w, h }) => ({
  solid: `M${w / 2} ${0.18 * h}L${w / 2 + 46} ${0.55 * h}H${w / 2 - 46}z${box(w / 2 - 52, 0.68 * h, 104, 16)}`,
})

export const parkingSign: Mark = ({ w, h }) => ({
  lines: box(w / 2 - 40, h * 0.42 - 40, 80, 80),
  solid: disc(w / 2, h * 0.42, 14),
})

export const headWithDisc: Mark = ({ w, h }) => ({
  faint: box(0, 0, w, 0.34 * h),
  solid: disc(74, 0.17 * h, Math.min(44, 0.14 * h)) + box(140, 0.17 * h - 12, w - 180, 24),
})

export const curve: Mark = ({ w, h }) => {
  const at = (x: number, y: number) => `${x * w} ${y * h}`
  const bends = [
    [0.19, 0.4, 0.19, 0.2, 0.29, 0.2],
    [0.44, 0.2, 0.52, 0.8, 0.65, 0.8],
    [0.8, 0.8, 0.83, 0.35, 0.95, 0.35],
  ]
  const path = bends.map(([a, b, c, d, e, f]) => `C${at(a!, b!)} ${at(c!, d!)} ${at(e!, f!)}`)
  return { lines: `M${at(0.05, 0.4)}${path.join('')}` }
}

/** A title on a sheet, below it the cards that lie there. */
export const titleAndCards: Mark = ({ w, h }) => {
  const each = (w - 66) / 2
  return {
    solid: box(24, 24, w * 0.52, 26),
    faint: box(24, 78, each, h - 104) + box(42 + each, 78, each, h - 104),
  }
}

export const slots: Mark = ({ w, h }) => ({
  solid: [
    box(24, 0.18 * h, 0.22 * w, 36),
    box(0.31 * w, 0.18 * h, 0.64 * w, 36),
    box(24, 0.56 * h, 0.73 * w, 36),
  ].join(''),
})

export const questionMark: Mark = ({ w, h }) => ({
  lines: `M${w / 2 - 38} ${0.4 * h}a38 38 0 1 1 58 32q-20 12 -20 ${0.18 * h}`,
  solid: disc(w / 2, 0.9 * h, 12),
})

/** A picture: `top` over the whole width, or at the left of what else there is. */
export const picture =
  (place: 'top' | 'left'): Mark =>
  ({ w, h }) =>
    place === 'top' ? { faint: box(0, 0, w, 0.4 * h) } : { faint: box(24, 0.38 * h, 0.36 * w, 0.52 * h) }

export const badge: Mark = ({ w, h }) => ({ solid: disc(w - 54, 0.67 * h, 34) })
export const tick: Mark = ({ w, h }) => ({ lines: `M${w * 0.33} ${h * 0.7}l34 34l66 -66` })
export const arrowBelow: Mark = ({ w, h }) => ({ lines: `M40 ${h * 0.82}H${w - 60}m-40 -30l40 30l-40 30` })
export const checkbox: Mark = ({ h }) => ({ lines: box(24, h / 2 - 36, 56, 56) })
export const letters =
  (count: number): Mark =>
  ({ w, h }) => {
    const each = w / count
    return {
      solid: Array.from({ length: count }, (_, n) => box(n * each + 44 - n * 6, 0.3 * h, 52, 52)).join(''),
    }
  }
