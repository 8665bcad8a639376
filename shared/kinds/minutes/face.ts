import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { records } from '../../layout/card/field-parts.ts'
import { labelRows, topBar } from '../../layout/card/outline.ts'

/** What a meeting came to, point by point. */
export const minutesFace: Face = {
  outline: [topBar, labelRows(5, { bullets: true })],
  draw({ fields }, context) {
    const date = words(fields.date)
    const points = records(fields.points)
      .map(({ text }) => words(text).trim())
      .filter(Boolean)
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(
          context,
          date ? { type: 'word', word: context.day(date) } : undefined,
          context.say('face.kind'),
        ),
        headline(words(fields.title), context),
        ...(points.length ? [{ type: 'points', points } as const] : []),
        foot(context),
      ],
    }
  },
}
