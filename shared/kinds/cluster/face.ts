import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { titleAndCards } from '../../layout/card/outline.ts'

/** A sheet with a tab, on which the cards lie that say the same. */
export const clusterFace: Face = {
  outline: [titleAndCards],
  draw(artefact, context) {
    const { fields } = artefact
    const { common } = context
    const { interviews = 0, municipalities = 0, against = 0 } = context.evidence ?? {}
    return {
      body: { type: 'sheet' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.name), context, 22),
        ...quietText(words(fields.summary)),
        foot(
          context,
          [
            ...(interviews
              ? [{ type: 'word', word: common('interviews', { count: interviews }), short: '' } as const]
              : []),
            ...(municipalities
              ? [
                  {
                    type: 'word',
                    word: common('municipalities', { count: municipalities }),
                    short: '',
                  } as const,
                ]
              : []),
          ],
          against
            ? { type: 'word', word: context.say('face.against', { count: against }), tone: 'attention' }
            : undefined,
        ),
      ],
    }
  },
}
