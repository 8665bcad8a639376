import { foot, headline, joined, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { rings, topBar } from '../../layout/card/outline.ts'

const strength: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3 }

/** Rings for the influence, a word for the attitude, and how to involve them. */
export const stakeholderFace: Face = {
  outline: [topBar, rings],
  draw({ fields }, context) {
    const { say } = context
    const influence = words(fields.influence) || 'medium'
    const attitude = words(fields.attitude) || 'unknown'
    const about = joined(
      `${say('fields.influence.label')} ${say(`fields.influence.options.${influence}`)}`,
      attitude === 'unknown' ? '' : say(`fields.attitude.options.${attitude}`),
    )
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        {
          type: 'rings',
          filled: strength[influence] ?? 2,
          of: 3,
          title: headline(words(fields.name), context),
          about,
        },
        ...quietText(words(fields.involvement)),
        foot(context),
      ],
    }
  },
}
