import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { doubleBorder, lines } from '../../layout/card/outline.ts'

/** What is settled, in a double border, with the votes for and against. */
export const decisionFace: Face = {
  outline: [doubleBorder, lines(2, { from: 0.3, to: 0.7 })],
  draw({ fields }, context) {
    const { say } = context
    const date = words(fields.date)
    const owner = words(fields.owner).trim()
    const counts = [
      { count: fields.votesFor, word: say('face.for') },
      { count: fields.votesAgainst, word: say('face.against') },
    ].filter((each): each is { count: number; word: string } => typeof each.count === 'number')
    return {
      body: { type: 'paper', mark: 'doubleBorder' },
      parts: [
        kindLine(context, date ? { type: 'word', word: context.day(date) } : undefined),
        headline(words(fields.text), context),
        ...(counts.length ? [{ type: 'counts', counts } as const] : []),
        foot(context, [], owner ? { type: 'word', word: owner } : undefined),
      ],
    }
  },
}
