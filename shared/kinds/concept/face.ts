import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, quietText, rowsOf } from '../../layout/card/field-parts.ts'
import { cap, lines, picture } from '../../layout/card/outline.ts'

/** An idea on one page: a picture, and beside it problem, solution, flow and benefit. */
export const conceptFace: Face = {
  outline: [cap, picture('left'), lines(4, { from: 0.38, left: 0.4 })],
  draw(artefact, context) {
    const { fields } = artefact
    const rows = rowsOf(labelled(artefact, context, ['problem', 'solution', 'flow', 'benefit']))
    const sketch = words(fields.sketch)
    const source = words(fields.makeOrBuy) || 'open'
    return {
      body: { type: 'paper', mark: 'cap' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(fields.name), context, 22),
        ...quietText(words(fields.targetGroup)),
        ...(sketch
          ? [
              {
                type: 'picture',
                assetId: sketch,
                place: 'inside',
                height: 150,
                fit: 'contain',
                beside: rows,
              } as const,
            ]
          : rows),
        foot(context, [], { type: 'word', word: context.say(`fields.makeOrBuy.options.${source}`) }),
      ],
    }
  },
}
