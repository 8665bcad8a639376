import { foot, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { slots } from '../../layout/card/outline.ts'

/** One sentence with three slots; what nobody has written yet is outlined. */
export const povFace: Face = {
  outline: [slots],
  draw(artefact, context) {
    const { fields } = artefact
    const slot = (name: string) => {
      // Whoever ends it with a full stop means the sentence; a comma ends the clause of "somebody who …"
      const text = words(fields[name])
        .trim()
        .replace(name === 'who' ? /\.+$/ : /[.,;]+$/, '')
      return { slot: text || context.say(`face.${name}`), empty: text === '' }
    }
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        {
          type: 'sentence',
          headline: true,
          pieces: [
            slot('who'),
            context.say('face.needsWord'),
            slot('needs'),
            context.say('face.becauseWord'),
            slot('because'),
            '.',
          ],
        },
        foot(context),
      ],
    }
  },
}
