import { foot, headline, kindLine, releaseItem, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, quietText, rowsOf } from '../../layout/card/field-parts.ts'
import { labelRows, topBar } from '../../layout/card/outline.ts'

/** The finished solution at a glance, and whether it may leave the group. */
export const profileFace: Face = {
  outline: [topBar, labelRows(4)],
  draw(artefact, context) {
    const { fields } = artefact
    const readiness = words(fields.readiness) || 'concept'
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, { type: 'word', word: context.say(`fields.readiness.options.${readiness}`) }),
        headline(words(fields.name), context),
        ...quietText(words(fields.purpose)),
        ...rowsOf(labelled(artefact, context, ['targetGroup', 'operator', 'costs', 'reuse'], 'face')),
        foot(context, [], releaseItem(fields.publication === 'released', context)),
      ],
    }
  },
}
