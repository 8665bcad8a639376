import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, rowsOf } from '../../layout/card/field-parts.ts'
import { labelRows, topBar } from '../../layout/card/outline.ts'

/** What we believe, and below it how we find out: fixed before the test. */
export const testCardFace: Face = {
  outline: [topBar, labelRows(4)],
  draw(artefact, context) {
    const names = ['verification', 'measure', 'criterion'] as const
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(artefact.fields.belief), context),
        ...rowsOf(labelled(artefact, context, names), 'below'),
        foot(context),
      ],
    }
  },
}
