import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { questionMark, roundCorner } from '../../layout/card/outline.ts'

const width: Readonly<Record<string, number>> = { narrow: 1, fitting: 2, wide: 3 }

/** The question without the opening that stands above it already. */
function goingOn(question: string, opening: string): string {
  const isOpened = question.toLowerCase().startsWith(`${opening.toLowerCase()} `)
  return isOpened ? `… ${question.slice(opening.length + 1).trimStart()}` : question
}

/** A question with its opening, and how wide it is. */
export const hmwFace: Face = {
  outline: [roundCorner, questionMark],
  draw(artefact, context) {
    const { fields } = artefact
    const scope = words(fields.scope) || 'fitting'
    const opening = context.say('face.kind')
    return {
      body: { type: 'paper', mark: 'roundCorner' },
      parts: [
        kindLine(context, maturity(artefact, context), opening),
        headline(goingOn(words(fields.question), opening), context),
        foot(context, [], {
          type: 'dots',
          filled: width[scope] ?? 2,
          of: 3,
          word: context.say(`fields.scope.options.${scope}`),
        }),
      ],
    }
  },
}
