import { foot, headlineText, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { lines, tintedBox, topBar } from '../../layout/card/outline.ts'

/** What was to be seen, and apart from it, tinted, what it may mean. */
export const observationFace: Face = {
  outline: [topBar, lines(2, { to: 0.46 }), tintedBox(0.56)],
  draw({ fields }, context) {
    const meaning = words(fields.interpretation).trim()
    const place = words(fields.place).trim()
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        headlineText(words(fields.fact), context),
        ...(meaning ? [{ type: 'box', label: context.say('face.meaning'), text: meaning } as const] : []),
        foot(context, [], place ? { type: 'word', word: place } : undefined),
      ],
    }
  },
}
