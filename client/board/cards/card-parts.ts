import type { Artefact } from '#shared/document/artefacts.ts'
import { headlineOr } from './card-description.ts'
import type { CardSource } from './card-room.ts'
import { ideaBox, interviewBox, noteBox, quoteBox } from './faces/boxes.ts'
import { interviewLines, personaLines, quoteLines } from './faces/lines.ts'
import { fitText } from './faces/text-fit.ts'

/** A card's contents from top to bottom, for drawing without a browser's layout. */
export type Part =
  | { type: 'text'; text: string; size: number; weight?: number; quiet?: boolean; maxLines: number }
  | { type: 'image' }

interface Size {
  w: number
  h: number
}

const text = (
  words: string,
  size: number,
  maxLines: number,
  more: { weight?: number; quiet?: boolean } = {},
): Part[] => (words.trim() ? [{ type: 'text', text: words, size, maxLines, ...more }] : [])

const small = (words: string, maxLines = 1) => text(words, 15, maxLines, { quiet: true })

export function cardParts(room: CardSource, artefact: Artefact, card: Size): Part[] {
  const t = room.texts()
  const { fields } = artefact
  const headline = headlineOr(t, artefact)
  switch (artefact.kind) {
    case 'note': {
      const fit = fitText(headline, noteBox(card))
      return text(headline, fit.size, fit.lines)
    }
    case 'quote': {
      const fit = fitText(headline, quoteBox(card), 21)
      const { who, where } = quoteLines(t, room, artefact)
      const said = `${t('board.card.openingQuote')}${headline}${t('board.card.closingQuote')}`
      return [...text(said, fit.size, fit.lines + 1), ...text(who, 14, 1, { weight: 600 }), ...small(where)]
    }
    case 'persona': {
      const { about, rows } = personaLines(t, artefact)
      return [
        { type: 'image' },
        ...text(headline, 24, 2, { weight: 700 }),
        ...small(about),
        ...text(String(fields.quote ?? ''), 17, 2),
        ...rows.flatMap(([label, words]) => [
          ...text(label, 14, 1, { weight: 600, quiet: true }),
          ...text(words, 16, 2),
        ]),
      ]
    }
    case 'idea': {
      const benefit = String(fields.benefit ?? '')
      const fit = fitText(headline, ideaBox(card, Boolean(benefit), Boolean(fields.sketch)), 21)
      return [
        ...text(headline, fit.size, fit.lines, { weight: 600 }),
        { type: 'image' },
        ...small(benefit, 2),
      ]
    }
    case 'interview': {
      const { about, consent } = interviewLines(t, artefact)
      const fit = fitText(headline, interviewBox(card), 21)
      return [...text(headline, fit.size, fit.lines, { weight: 600 }), ...small(about), ...small(consent)]
    }
  }
}
