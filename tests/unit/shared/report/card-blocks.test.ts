import { describe, expect, it } from 'vitest'
import { cardBlocks } from '#shared/report/card-blocks.ts'
import { evidenceBlocks, evidenceInOrder } from '#shared/report/dossier-evidence.ts'
import { References } from '#shared/report/references.ts'
import type { ReportCard, ReportField } from '#shared/report/report.ts'
import type { Block, Runs } from '#shared/report/tree.ts'
import { wordsIn } from '#shared/report/words.ts'

const nothing = { withheld: false, fields: [], status: 'Entwurf', tags: [], author: null, createdAt: 0 }
const card = (id: string, more: Partial<ReportCard>): ReportCard => ({
  ...{ ...nothing, id, kind: 'insight', headline: id, phase: null, places: [], maturity: 'draft' },
  ...{ role: 'needed', trail: { pieces: [], interviews: [], contradictions: [] }, evidence: null },
  ...{ relations: [], twinId: null },
  ...more,
})
const quote = (id: string) => card(id, { kind: 'quote', role: 'is' })
const restingOn = (pieces: string[], contradictions: string[] = []) => ({
  trail: { pieces: pieces as never, interviews: [], contradictions: contradictions as never },
})
const field = (
  name: string,
  label: string,
  text: string,
  type: ReportField['type'] = 'line',
): ReportField => ({
  ...{ name, label, text, type, figure: null, rows: null, pictures: [], aside: false },
})

const told = (cards: readonly ReportCard[]) => {
  const wording = {
    words: wordsIn('de'),
    references: new References(evidenceInOrder(cards)),
    picture: () => null,
  }
  const chapter = cardBlocks(
    cards.filter(({ role }) => role !== 'is'),
    'Kapitel',
    wording,
  )
  return { chapter, annex: evidenceBlocks(cards, wording) }
}
const textOf = (runs: Runs) => runs.map(({ text }) => text).join('')
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [textOf(block.runs)]
      case 'list':
        return block.items.map(({ runs }) => textOf(runs))
      case 'quote':
        return [`[${block.number}] ${textOf(block.source)}`]
      case 'heading':
        return [`# ${block.text}`]
      default:
        return []
    }
  })

describe('evidence', () => {
  const pieces = ['a', 'b', 'c', 'd', 'e', 'f']
  const cards = [
    card('Erstens', restingOn(['a', 'b', 'c', 'd'], ['f'])),
    card('Maren', { kind: 'persona', ...restingOn(['a', 'b', 'c', 'd', 'e']) }),
    card('Maren', { kind: 'empathyMap', ...restingOn(['b', 'f']) }),
    ...pieces.map(quote),
  ].map((one, n) => (one.headline === 'Maren' ? { ...one, id: `maren-${n}` } : one))

  it('in a row is named by the ends of the row', () => {
    expect(linesOf(told(cards).chapter)).toEqual(
      [
        'Erstens · Belege [1]–[4] · Dagegen spricht [5]',
        'Persona: Maren · Belege [1]–[4] [6]',
        'Empathiekarte: Maren · Belege [2] [5]',
      ].map((line, n) => (n === 0 ? `Erkenntnis: ${line}` : line)),
    )
  })

  it('says once what rests on all of it, by the kind where names are alike, and what it speaks against', () => {
    expect(linesOf(told(cards).annex)).toEqual([
      '# Anhang: Belege',
      wordsIn('de').documents.dossier.evidenceLead,
      '# Erstens',
      'Grundlage für: Erstens; Maren',
      '[1] ',
      '[2] Belegt: Maren',
      '[3] ',
      '[4] ',
      '[5] Belegt: Maren\nSpricht gegen: Erstens',
      '# Weitere Belege',
      '[6] Belegt: Maren',
    ])
  })
})

it('a card with one choice is a line, and a standpoint a sentence', () => {
  const { chapter } = told([
    card('Wie können wir …?', { kind: 'hmw', fields: [field('scope', 'Zuschnitt', 'eng', 'choice')] }),
    card('eine Zahl', {
      kind: 'pov',
      fields: [field('who', 'Wer?', 'Maren'), field('because', 'weil …', 'sie wartet.')],
    }),
  ])
  expect(linesOf(chapter)).toEqual([
    'Wie-können-wir-Frage: Wie können wir …? · Zuschnitt: eng · noch unbelegt',
    'Standpunkt (POV): Maren braucht eine Zahl, weil sie wartet. · noch unbelegt',
  ])
})

it('a standpoint is a sentence once all of it is there, with one full stop', () => {
  const pov = (headline: string) =>
    card(headline, {
      kind: 'pov',
      fields: [field('who', 'Wer?', 'Maren'), field('because', 'weil …', 'sie wartet.')],
    })
  const { empty } = wordsIn('de').kinds.pov
  const [whole, half] = [told([pov('eine Zahl.')]), told([pov(empty)])].map(({ chapter }) =>
    linesOf(chapter).join('\n'),
  )
  expect(whole).toContain('Maren braucht eine Zahl, weil sie wartet.')
  expect(half).not.toContain('Maren braucht')
})
