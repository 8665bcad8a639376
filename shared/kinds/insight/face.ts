import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { lines, tintedTop } from '../../layout/card/outline.ts'

/** One sentence that surprises, and what stands against it. */
export const insightFace: Face = {
  outline: [tintedTop, lines(2, { from: 0.29, to: 0.74 })],
  draw(artefact, context) {
    const { fields } = artefact
    return {
      body: { type: 'paper', mark: 'topTint' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.statement), context, 21),
        ...quietText(words(fields.tension)),
        foot(context),
      ],
    }
  },
}
