import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText } from '../../layout/card/field-parts.ts'
import { arrow, lines } from '../../layout/card/outline.ts'

/** An arrow towards what is to come, with its day. */
export const milestoneFace: Face = {
  outline: [arrow, lines(2, { from: 0.3, to: 0.8, right: 0.8 })],
  draw({ fields }, context) {
    const due = words(fields.due)
    const owner = words(fields.owner).trim()
    const done = fields.state === 'done'
    return {
      body: { type: 'arrow' },
      parts: [
        kindLine(context, due ? { type: 'word', word: context.day(due) } : undefined),
        headline(words(fields.what), context),
        ...quietText(owner),
        foot(
          context,
          [],
          done ? { type: 'word', icon: 'check', word: context.say('fields.state.options.done') } : undefined,
        ),
      ],
    }
  },
}
