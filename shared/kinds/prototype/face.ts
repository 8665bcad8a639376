import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { quietText, records } from '../../layout/card/field-parts.ts'
import { badge, lines, picture } from '../../layout/card/outline.ts'

/** A picture on top, its version, and what changed. */
export const prototypeFace: Face = {
  outline: [picture('top'), badge, lines(2, { from: 0.52, to: 0.9, right: 0.7 })],
  draw({ fields }, context) {
    const { say } = context
    const first = records(fields.pictures).find((shown) => words(shown.picture))
    const version = typeof fields.version === 'number' ? fields.version : 1
    const progress = words(fields.progress) || 'planned'
    return {
      body: { type: 'paper', mark: 'cap' },
      parts: [
        ...(first
          ? [{ type: 'picture', assetId: words(first.picture), place: 'top', height: 104 } as const]
          : []),
        kindLine(context, { type: 'version', word: `v${version}` }),
        headline(words(fields.name), context),
        ...quietText(words(fields.changes) || words(fields.tested)),
        foot(context, [], { type: 'word', word: say(`fields.progress.options.${progress}`) }),
      ],
    }
  },
}
