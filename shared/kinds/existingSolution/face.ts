import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { labelled, rowsOf } from '../../layout/card/field-parts.ts'
import { labelRows, topBar } from '../../layout/card/outline.ts'

const LEVELS = 4

const levelOf = (value: unknown) =>
  typeof value === 'number' && value >= 1 && value <= LEVELS ? value : null

/** What there is already: who uses it, how far it is, what it lacks. */
export const existingSolutionFace: Face = {
  outline: [topBar, labelRows(4)],
  draw(artefact, context) {
    const { fields } = artefact
    const provider = words(fields.provider).trim()
    const level = levelOf(fields.maturity)
    const right = level ? ({ type: 'word', word: context.say(`face.level${level}`) } as const) : undefined
    const measured = level
      ? [{ label: context.say('face.maturity'), value: { filled: level, of: LEVELS } }]
      : []
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(context, right),
        headline(words(fields.name), context),
        ...rowsOf([...labelled(artefact, context, ['users', 'technology', 'gaps'], 'face'), ...measured]),
        foot(context, [], provider ? { type: 'word', word: provider } : undefined),
      ],
    }
  },
}
