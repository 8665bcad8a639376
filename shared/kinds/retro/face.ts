import { headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { smallFoot } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** Three columns: good, difficult, next time. */
export const retroFace: Face = {
  outline: [topBar, cells(3, 1)],
  draw({ fields }, context) {
    const columns = (['good', 'difficult', 'nextTime'] as const).map((name) => ({
      label: context.say(`fields.${name}.label`),
      text: words(fields[name]),
    }))
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context),
        headline(words(fields.about), context),
        { type: 'columns', columns },
        ...smallFoot(context),
      ],
    }
  },
}
