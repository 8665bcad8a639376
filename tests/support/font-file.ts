import { readFileSync } from 'node:fs'

/** Advance widths of a TrueType file, read from its `cmap` and `hmtx` tables (OpenType 1.9). */
export interface FontFile {
  unitsPerEm: number
  /** In font units; null where the font has no such letter. */
  advanceOf(codePoint: number): number | null
}

export function readFont(path: string): FontFile {
  const bytes = readFileSync(path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(view)
  const glyphOf = glyphLookup(view, tables.get('cmap')!)
  const longMetrics = view.getUint16(tables.get('hhea')! + 34)
  return {
    unitsPerEm: view.getUint16(tables.get('head')! + 18),
    advanceOf(codePoint) {
      const glyph = glyphOf(codePoint)
      if (!glyph) return null
      return view.getUint16(tables.get('hmtx')! + 4 * Math.min(glyph, longMetrics - 1))
    },
  }
}

function tablesOf(view: DataView): Map<string, number> {
  const entries = Array.from({ length: view.getUint16(4) }, (_, n): [string, number] => {
    const at = 12 + 16 * n
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
    return [tag, view.getUint32(at + 8)]
  })
  return new Map(entries)
}

/** The Unicode subtable of format 4, which holds the basic plane. */
function glyphLookup(view: DataView, cmap: number): (codePoint: number) => number {
  const start = Array.from({ length: view.getUint16(cmap + 2) }, (_, n) => {
    return cmap + view.getUint32(cmap + 4 + 8 * n + 4)
  }).find((at) => view.getUint16(at) === 4)
  if (start === undefined) throw new Error('no cmap of format 4')
  const doubled = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  return (codePoint) => {
    for (let n = 0; n < doubled; n += 2) {
      if (codePoint > view.getUint16(ends + n)) continue
      if (codePoint < view.getUint16(starts + n)) return 0
      const range = view.getUint16(ranges + n)
      const delta = view.getUint16(deltas + n)
      if (range === 0) return (codePoint + delta) & 0xffff
      const glyph = view.getUint16(ranges + n + range + 2 * (codePoint - view.getUint16(starts + n)))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
