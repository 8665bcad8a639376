import { headlineText, foot, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { noteColours } from '../field.ts'

/** A slip of coloured paper: nothing but the thought. */
export const noteFace: Face = {
  outline: [],
  draw(artefact, context) {
    const { text, colour } = artefact.fields
    const paper = noteColours.find((one) => one === colour) ?? 'yellow'
    return {
      body: { type: 'note', paper },
      parts: [
        headlineText(words(text), context),
        foot(context, [{ type: 'word', icon: context.kind.icon, word: context.say('label'), short: '' }]),
      ],
    }
  },
}
