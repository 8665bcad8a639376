import { foot, kindLine, maturity } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { ruledCells } from '../../layout/card/field-parts.ts'
import { cells, topBar } from '../../layout/card/outline.ts'

/** Six cells, as on the wall of a kick-off. */
export const teamCanvasFace: Face = {
  outline: [topBar, cells(2, 3)],
  draw(artefact, context) {
    const names = ['purpose', 'sharedGoals', 'teamRoles', 'teamNeeds', 'personalGoals', 'rules'] as const
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, maturity(artefact, context)),
        ruledCells(artefact, context, names, 2),
        foot(context),
      ],
    }
  },
}
