import { foot, headlineText, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { parkingSign } from '../../layout/card/outline.ts'

/** What waits, and who looks after it. */
export const parkingFace: Face = {
  outline: [parkingSign],
  draw({ fields }, context) {
    const owner = words(fields.owner).trim()
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        headlineText(words(fields.text), context),
        foot(context, [], owner ? { type: 'word', word: owner } : undefined),
      ],
    }
  },
}
