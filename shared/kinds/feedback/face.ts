import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { ruledCells } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** Four corners: like, wish, wonder, new ideas. */
export const feedbackFace: Face = {
  outline: [topBar, cells(2, 2)],
  draw(artefact, context) {
    const { fields } = artefact
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        headline(words(fields.about), context),
        ruledCells(artefact, context, ['likes', 'wishes', 'wonders', 'newIdeas'], 2),
        foot(context),
      ],
    }
  },
}
