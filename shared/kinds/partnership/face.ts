import { foot, headline, joined, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { lines, twoRings } from '../../layout/card/outline.ts'

const firmness: Readonly<Record<string, number>> = { interest: 1, pilot: 2, promise: 3 }

/** Who, in which role, and how firm it is: seen from across the room. */
export const partnershipFace: Face = {
  outline: [twoRings, lines(1, { from: 0.75, to: 0.9 })],
  draw({ fields }, context) {
    const { say, day } = context
    const commitment = words(fields.commitment) || 'interest'
    const due = words(fields.due) || words(fields.decisionDate)
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, due ? { type: 'word', word: day(due) } : undefined, say('face.kind')),
        headline(words(fields.partner), context),
        ...quietText(joined(words(fields.partnerRole), words(fields.pilotMunicipality))),
        {
          type: 'steps',
          filled: firmness[commitment] ?? 1,
          of: 3,
          large: true,
          word: say(`fields.commitment.options.${commitment}`),
        },
        ...(fields.committee === 'needed'
          ? [
              {
                type: 'notice',
                icon: 'gavel',
                tone: 'attention',
                text: joined(say('face.committee'), words(fields.decidingBody)),
              } as const,
            ]
          : []),
        foot(context),
      ],
    }
  },
}
