import { foot, kindLine, maturity } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, rowsOf } from '../../layout/card/field-parts.ts'
import { labelRows, topBar } from '../../layout/card/outline.ts'

/** Four sentences that are fixed before the test. */
export const testCardFace: Face = {
  outline: [topBar, labelRows(4)],
  draw(artefact, context) {
    const names = ['belief', 'verification', 'measure', 'criterion'] as const
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        ...rowsOf(labelled(artefact, context, names), 'below', context),
        foot(context),
      ],
    }
  },
}
