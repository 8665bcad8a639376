import { expect, it } from 'vitest'
import { placeColumns } from '#shared/layout/card/grids.ts'
import { inks } from '#tests/support/inks.ts'

const columns = ['Gut war', 'Schwierig war', 'Nächstes Mal'].map((label) => ({ label, text: 'Ein Satz' }))
const labelsAt = (w: number) =>
  placeColumns({ type: 'columns', columns }, { x: 0, y: 0, w }, inks).nodes.flatMap((node) =>
    node.type === 'text' && node.weight === 600 ? [[node.lines[0]!.x, Math.round(node.lines[0]!.y)]] : [],
  )

it('columns stand side by side where there is room for words, and below each other on a narrow card', () => {
  const wide = labelsAt(352)
  expect(new Set(wide.map(([, y]) => y)).size).toBe(1)
  const narrow = labelsAt(256)
  expect(new Set(narrow.map(([x]) => x)).size).toBe(1)
  expect(new Set(narrow.map(([, y]) => y)).size).toBe(3)
})
