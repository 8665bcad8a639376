import { headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { records, smallFoot } from '../../layout/card/field-parts.ts'
import { chart } from '../../layout/card/outline.ts'

/** A question, and how the answers lie on the scale. */
export const checkinFace: Face = {
  outline: [chart],
  draw({ fields }, context) {
    const answers = records(fields.answers)
    const values = [1, 2, 3, 4, 5].map((mood) => answers.filter((answer) => answer.mood === mood).length)
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, answers.length ? { type: 'word', word: `${answers.length}` } : undefined),
        headline(words(fields.question), context),
        { type: 'chart', values, ends: [words(fields.scaleLow), words(fields.scaleHigh)] },
        ...smallFoot(context),
      ],
    }
  },
}
