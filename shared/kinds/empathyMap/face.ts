import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { ruledCells } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** Six cells around one person. */
export const empathyMapFace: Face = {
  outline: [topBar, cells(3, 2)],
  draw(artefact, context) {
    const { fields } = artefact
    const names = ['says', 'thinks', 'feels', 'does', 'pains', 'gains'] as const
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.about), context),
        ruledCells(artefact, context, names, 2),
        foot(context),
      ],
    }
  },
}
