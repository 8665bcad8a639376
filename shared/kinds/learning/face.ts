import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, rowsOf } from '../../layout/card/field-parts.ts'
import { arrowBelow, lines, topBar } from '../../layout/card/outline.ts'

/** What we believed, saw and learned, and where it leads. */
export const learningFace: Face = {
  outline: [topBar, lines(3, { to: 0.66 }), arrowBelow],
  draw(artefact, context) {
    const { fields } = artefact
    const next = words(fields.nextStep) || 'open'
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        ...rowsOf(labelled(artefact, context, ['believed', 'observed']), 'below'),
        headline(words(fields.learned), context),
        ...(next === 'open'
          ? []
          : [
              {
                type: 'notice',
                icon: 'arrow-right',
                tone: 'family',
                text: context.say(`fields.nextStep.options.${next}`),
              } as const,
            ]),
        foot(context),
      ],
    }
  },
}
