import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { cells, letters, topBar } from '../../layout/card/outline.ts'

/** Four columns, a letter each, and a request. */
export const pitchFace: Face = {
  outline: [topBar, letters(4), cells(4, 1, { from: 0.55 })],
  draw(artefact, context) {
    const { fields } = artefact
    const columns = (['need', 'approach', 'benefitPerCost', 'alternatives'] as const).map((name, n) => ({
      letter: 'NABC'.charAt(n),
      label: context.say(`fields.${name}.label`),
      text: words(fields[name]),
    }))
    const ask = words(fields.ask).trim()
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.title), context),
        { type: 'columns', columns },
        ...(ask ? [{ type: 'text', text: `${context.say('face.ask')} ${ask}`, strong: true } as const] : []),
        foot(context),
      ],
    }
  },
}
