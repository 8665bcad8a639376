import {
  commentItems,
  evidenceItems,
  foot,
  headlineText,
  kindLine,
  words,
} from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { cap, lines } from '../../layout/card/outline.ts'
import type { Part } from '../../layout/card/parts.ts'

const SKETCH_HEIGHT = 96

/**
 * One sentence that could become a solution; below it how it might look and what it is good for. On the field that
 * collects ideas it is nothing but the sentence, until somebody proves or discusses it.
 */
export const ideaFace: Face = {
  outline: [cap, lines(2, { from: 0.43, to: 0.9 })],
  draw({ fields }, context) {
    const sentence = words(fields.sentence)
    const benefit = words(fields.benefit).trim()
    const sketch = words(fields.sketch)
    const more: Part[] = [
      ...(sketch
        ? [
            {
              type: 'picture',
              assetId: sketch,
              place: 'inside',
              height: SKETCH_HEIGHT,
              fit: 'contain',
            } as const,
          ]
        : []),
      ...(benefit ? [{ type: 'text', text: benefit, size: 17, quiet: true } as const] : []),
    ]
    const body = { type: 'paper', mark: 'cap' } as const
    if (!context.home)
      return { body, parts: [kindLine(context), headlineText(sentence, context), ...more, foot(context)] }
    const behindIt = evidenceItems(context).filter(({ type }) => type !== 'unproven')
    const left = [...behindIt, ...commentItems(context)]
    return {
      body,
      compact: true,
      parts: [
        headlineText(sentence, context, 17),
        ...more,
        ...(left.length ? [{ type: 'foot', left } as const] : []),
      ],
    }
  },
}
