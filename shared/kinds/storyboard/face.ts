import { headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { records, smallFoot } from '../../layout/card/field-parts.ts'
import { cap, cells } from '../../layout/card/outline.ts'

/** Pictures side by side; more are in the panel. */
const SHOWN = 4

/** Pictures with their text, one after the other. */
export const storyboardFace: Face = {
  outline: [cap, cells(4, 1, { from: 0.3 })],
  draw({ fields }, context) {
    const scenes = records(fields.scenes)
    const pictures = scenes
      .slice(0, SHOWN)
      .map(({ picture, text }) => ({ assetId: words(picture) || null, text: words(text) }))
    return {
      body: { type: 'paper', mark: 'cap' },
      parts: [
        kindLine(
          context,
          scenes.length
            ? { type: 'word', word: context.say('face.pictures', { count: scenes.length }) }
            : undefined,
        ),
        headline(words(fields.title), context),
        ...(pictures.length ? [{ type: 'strip', pictures } as const] : []),
        ...smallFoot(context),
      ],
    }
  },
}
