import { headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { records, smallFoot } from '../../layout/card/field-parts.ts'
import { cap, cells } from '../../layout/card/outline.ts'

/** Six rows of three; more are in the panel. */
const SHOWN = 18

/** Rows of three, filled or still free. */
export const brainwritingFace: Face = {
  outline: [cap, cells(3, 6, { filled: 7 })],
  draw({ fields }, context) {
    const rows = records(fields.rows)
    const strips = rows.flatMap((row) =>
      (['first', 'second', 'third'] as const).map((name) => ({
        text: words(row[name]).trim(),
        empty: words(row[name]).trim() === '',
      })),
    )
    const count = strips.filter(({ empty }) => !empty).length
    const free = Array.from({ length: Math.max(0, SHOWN - strips.length) }, () => ({ text: '', empty: true }))
    return {
      body: { type: 'paper', mark: 'cap' },
      parts: [
        kindLine(context, { type: 'word', word: context.say('face.ideas', { count }), short: `${count}` }),
        headline(words(fields.question), context),
        { type: 'cells', columns: 3, style: 'strips', cells: [...strips, ...free].slice(0, SHOWN) },
        ...smallFoot(context),
      ],
    }
  },
}
