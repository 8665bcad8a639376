import { foot, headline, kindLine, maturity, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { ruledCells } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** What the group is there for, and six cells below it, as on the wall of a kick-off. */
export const teamCanvasFace: Face = {
  outline: [topBar, cells(2, 3)],
  draw(artefact, context) {
    const names = ['sharedGoals', 'teamRoles', 'strengths', 'teamNeeds', 'personalGoals', 'rules'] as const
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        headline(words(artefact.fields.purpose), context),
        ruledCells(artefact, context, names, 2),
        foot(context),
      ],
    }
  },
}
