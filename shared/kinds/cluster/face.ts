import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import type { IconName } from '../../layout/card/icons.ts'
import type { FootItem } from '../../layout/card/parts.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { titleAndCards } from '../../layout/card/outline.ts'

/** A number of what stands behind the pattern; where the foot is full, its sign and figure. */
const count = (icon: IconName, number: number, word: string): FootItem[] =>
  number > 0 ? [{ type: 'word', icon, word, short: `${number}` }] : []

/** A sheet with a tab, on which the cards lie that say the same. */
export const clusterFace: Face = {
  outline: [titleAndCards],
  draw(artefact, context) {
    const { fields } = artefact
    const { common, say } = context
    const { interviews = 0, municipalities = 0, held } = context.evidence ?? {}
    return {
      body: { type: 'sheet' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.name), context, 22),
        ...quietText(words(fields.summary)),
        ...quietText(held?.folded ? say('face.folded', { count: held.cards }) : ''),
        foot(context, [
          ...count('file-text', interviews, common('interviews', { count: interviews })),
          ...count('landmark', municipalities, common('municipalities', { count: municipalities })),
        ]),
      ],
    }
  },
}
