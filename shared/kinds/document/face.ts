import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { dogEar, lines } from '../../layout/card/outline.ts'

/** The cover sheet of a text: what it is called. */
export const documentFace: Face = {
  outline: [dogEar, lines(6, { from: 0.3 })],
  draw({ fields }, context) {
    return {
      body: { type: 'paper', mark: 'dogEar' },
      parts: [kindLine(context), headline(words(fields.title), context), foot(context)],
    }
  },
}
