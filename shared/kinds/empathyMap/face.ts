import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { ruledCells } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** What somebody says and thinks above the head, what they feel and do beside it, pains and gains below. */
export const empathyMapFace: Face = {
  outline: [topBar, cells(3, 2)],
  draw(artefact, context) {
    const { fields } = artefact
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.about), context),
        ruledCells(artefact, context, ['says', 'thinks'], 2),
        { type: 'bust' },
        ruledCells(artefact, context, ['feels', 'does', 'pains', 'gains'], 2),
        foot(context),
      ],
    }
  },
}
