import { foot, headlineText, joined, releaseItem, words } from '../../layout/card/common-parts.ts'
import type { Face, FaceContext } from '../../layout/card/face.ts'
import { leftBar, lines } from '../../layout/card/outline.ts'
import type { FootItem, Paragraph } from '../../layout/card/parts.ts'
import type { QuoteSource } from '../field.ts'

/** What somebody said: quotation marks, who, and where it comes from. */
export const quoteFace: Face = {
  outline: [leftBar, lines(3, { left: 0.15 })],
  draw({ fields }, context) {
    const who = words(fields.pseudonym).trim() || context.common('nobody')
    const where = joined(origin(fields.source as QuoteSource | null, context), words(fields.topic))
    return {
      body: { type: 'paper', mark: 'leftBar' },
      parts: [
        said(words(fields.wording), context),
        { type: 'text', text: who, size: 17, strong: true },
        { type: 'text', text: where, size: 17, quiet: true },
        foot(
          context,
          [rendering(fields.rendering, context)],
          releaseItem(fields.release === 'released', context),
        ),
      ],
    }
  },
}

function said(wording: string, context: FaceContext): Paragraph {
  const text = headlineText(wording, context)
  if (text.empty) return text
  return { ...text, text: `${context.common('openingQuote')}${wording}${context.common('closingQuote')}` }
}

/** Verbatim is ticked, a paraphrase only named. */
function rendering(value: unknown, { say }: FaceContext): FootItem {
  if (value === 'paraphrased') return { type: 'word', word: say('fields.rendering.options.paraphrased') }
  return { type: 'word', icon: 'check', word: say('fields.rendering.options.verbatim'), short: '' }
}

function origin(source: QuoteSource | null, { nameOf, common }: FaceContext): string {
  const title = source ? nameOf(source.interviewId) : null
  return title === null ? common('noSource') : common('from', { title })
}
