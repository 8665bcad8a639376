import { bare } from './deck-slide.ts'
import type { Deck } from './deck.ts'
import { paragraph, plain, type Block, type DocumentTree } from './tree.ts'
import { wordTable } from './word-table.ts'
import { wordsIn, type ReportLanguage } from './words.ts'

/** A document of invented words with one of everything, to see what a letterhead does to it. */
export function trialTree(language: ReportLanguage): DocumentTree {
  const { trial } = wordsIn(language).documents
  const { heading, below, text, quote, source, caption, columns, first, second } = trial
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: heading },
    paragraph(text),
    { type: 'heading', level: 2, text: below },
    { type: 'list', ordered: false, items: [first, second].map(({ task }) => ({ runs: plain(task) })) },
    { type: 'quote', text: quote, number: 1, source: plain(source) },
    wordTable(
      caption,
      Object.values(columns).map((title) => ({ title })),
      [Object.values(first), Object.values(second)],
    ),
  ]
  return { ...front(language), hasContents: true, cover: null, blocks }
}

/** The same for slides. */
export function trialDeck(language: ReportLanguage): Deck {
  const { heading, columns, first, second, text, quote } = wordsIn(language).documents.trial
  return {
    ...front(language),
    slides: [
      { ...bare, title: heading, type: 'opening', points: [text] },
      { ...bare, title: heading, points: [first.task, second.task], notes: [quote] },
      {
        ...bare,
        title: `${columns.task} · ${columns.who}`,
        pair: [
          { label: columns.task, points: [first.task, second.task] },
          { label: columns.who, points: [first.who, second.who] },
        ],
      },
    ],
  }
}

function front(language: ReportLanguage) {
  const { title, subtitle } = wordsIn(language).documents.trial
  return { title, subtitle, language, asOf: '', notice: null, writtenAt: 0 }
}
