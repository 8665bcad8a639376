import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { lines } from '../../layout/card/outline.ts'

/** The largest thing on its page: the question, and what is not the goal. */
export const challengeFace: Face = {
  outline: [lines(3, { from: 0.25, to: 0.85 })],
  draw({ fields }, context) {
    const not = words(fields.nonGoals).trim()
    const sponsor = words(fields.sponsor).trim()
    const group = words(fields.group).trim()
    return {
      body: { type: 'poster' },
      parts: [
        kindLine(context),
        headline(words(fields.question), context, 28),
        ...(not ? [{ type: 'text', text: `${context.say('face.not')} ${not}`, size: 17 } as const] : []),
        foot(context, [
          ...(group ? [{ type: 'word', word: group } as const] : []),
          ...(sponsor ? [{ type: 'word', word: `${context.say('face.sponsor')} ${sponsor}` } as const] : []),
        ]),
      ],
    }
  },
}
