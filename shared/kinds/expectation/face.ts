import { headlineText, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { smallFoot } from '../../layout/card/field-parts.ts'
import { arrowUp } from '../../layout/card/outline.ts'

/** A hope or a fear: sign and word, and a sentence. */
export const expectationFace: Face = {
  outline: [arrowUp],
  draw({ fields }, context) {
    const leaning = fields.leaning === 'fear' ? 'fear' : 'hope'
    return {
      body: { type: 'paper' },
      parts: [
        {
          type: 'kindLine',
          icon: leaning === 'fear' ? 'cloud' : 'cloud-sun',
          word: context.say(`fields.leaning.options.${leaning}`),
        },
        headlineText(words(fields.text), context),
        ...smallFoot(context),
      ],
    }
  },
}
