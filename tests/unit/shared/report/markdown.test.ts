import { expect, it } from 'vitest'
import { markdownOf } from '#shared/report/markdown.ts'
import type { DocumentTree } from '#shared/report/tree.ts'

const tree = (words: string): DocumentTree => ({
  ...{ title: 'Dossier', language: 'de', subtitle: '', asOf: '', notice: null, writtenAt: 0 },
  hasContents: false,
  cover: {
    ...{ above: '', about: words, people: '', figures: [] },
    summary: { title: 'Zusammenfassung', paragraphs: [words] },
  },
  blocks: [
    { type: 'paragraph', runs: [{ text: words }] },
    { type: 'list', ordered: false, items: [{ runs: [{ text: words }] }] },
    { type: 'quote', number: null, text: words, source: [] },
  ],
})

it.each([
  ['- Erstens', '\\- Erstens'],
  ['1. Erst fragen', '1\\. Erst fragen'],
  ['12) dann bauen', '12\\) dann bauen'],
  ['---', '\\---'],
  ['+ mehr', '\\+ mehr'],
  ['===', '\\==='],
  ['2026 geht es los', '2026 geht es los'],
  ['29.03.2026 war es so weit', '29.03.2026 war es so weit'],
  ['-5 Grad', '-5 Grad'],
])('words that begin like markup stay words, wherever they begin a line: %s', (words, written) => {
  const lines = markdownOf(tree(words)).split('\n').filter(Boolean)
  expect(lines).toEqual([
    ...['# Dossier', written, '## Zusammenfassung', written],
    ...[written, `- ${written}`, `> ${written}`],
  ])
})
