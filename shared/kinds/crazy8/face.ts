import { headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import type { Cell } from '../../layout/card/parts.ts'
import { records, smallFoot } from '../../layout/card/field-parts.ts'
import { cap, cells } from '../../layout/card/outline.ts'
import { crazy8Rounds } from '../rounds.ts'

/** Eight fields, filled one after the other. */
export const crazy8Face: Face = {
  outline: [cap, cells(4, 2, { filled: 5 })],
  draw({ fields }, context) {
    const sketches = records(fields.sketches)
    const tiles = Array.from({ length: crazy8Rounds.count }, (_, n): Cell => {
      const sketch = sketches[n]
      const [text, assetId] = [words(sketch?.text), words(sketch?.sketch)]
      if (assetId) return { text, assetId }
      return { text: text || `${n + 1}`, empty: text === '' }
    })
    return {
      body: { type: 'paper', mark: 'cap' },
      parts: [
        kindLine(context, {
          type: 'word',
          word: context.say('face.filled', { count: tiles.filter(({ empty = false }) => !empty).length }),
        }),
        headline(words(fields.question), context),
        { type: 'cells', columns: 4, style: 'tiles', cells: tiles },
        ...smallFoot(context),
      ],
    }
  },
}
