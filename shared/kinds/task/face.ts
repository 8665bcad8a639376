import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { checkbox, lines } from '../../layout/card/outline.ts'

/** A box to tick, what is to be done, by whom and when. */
export const taskFace: Face = {
  outline: [checkbox, lines(2, { from: 0.3, to: 0.8, left: 0.25 })],
  draw({ fields }, context) {
    const due = words(fields.due)
    const owner = words(fields.owner).trim()
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, due ? { type: 'word', word: context.day(due) } : undefined),
        { type: 'task', done: fields.state === 'done', title: headline(words(fields.text), context) },
        foot(context, [], owner ? { type: 'word', word: owner } : undefined),
      ],
    }
  },
}
