import { foot, headline, joined, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText, rowsOf } from '../../layout/card/field-parts.ts'
import { lines, twoRings } from '../../layout/card/outline.ts'

const firmness: Readonly<Record<string, number>> = { interest: 1, pilot: 2, promise: 3 }

/** Who, in which role, and how firm it is, seen from across the room; then where it is tried, who decides, and what follows. */
export const partnershipFace: Face = {
  outline: [twoRings, lines(1, { from: 0.75, to: 0.9 })],
  draw({ fields }, context) {
    const { say, day } = context
    const commitment = words(fields.commitment) || 'interest'
    const decisionDay = words(fields.decisionDate)
    const due = words(fields.due) || decisionDay
    const isPending = fields.committee === 'needed'
    const decidingBody = words(fields.decidingBody)
    // A day is named once: without one of its own for the whole, that of the decision stands above
    const body = joined(decidingBody, decisionDay && decisionDay !== due ? day(decisionDay) : '')
    const steps = [
      { label: say('face.pilot'), value: words(fields.pilotMunicipality) },
      { label: say('face.decides'), value: isPending || !decidingBody ? '' : body },
      { label: say('face.afterwards'), value: words(fields.rollOut) },
    ]
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, due ? { type: 'word', word: day(due) } : undefined, say('face.kind')),
        headline(words(fields.partner), context),
        ...quietText(words(fields.partnerRole)),
        {
          type: 'steps',
          filled: firmness[commitment] ?? 1,
          of: 3,
          large: true,
          word: say(`fields.commitment.options.${commitment}`),
        },
        ...(isPending
          ? [
              {
                type: 'notice',
                icon: 'gavel',
                tone: 'attention',
                text: joined(say('face.committee'), body),
              } as const,
            ]
          : []),
        ...rowsOf(steps.filter(({ value }) => value.trim() !== '')),
        foot(context),
      ],
    }
  },
}
