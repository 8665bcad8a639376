import { foot, headline, kindLine, words } from '../../layout/card/common-parts.ts'
import type { Face } from '../../layout/card/face.ts'
import { records } from '../../layout/card/field-parts.ts'
import { curve } from '../../layout/card/outline.ts'
import type { Curve, FootItem } from '../../layout/card/parts.ts'

/** A curve of how it feels, step by step; media breaks in amber, chances beside them. */
export const journeyFace: Face = {
  outline: [curve],
  draw({ fields }, context) {
    const { say } = context
    const stages = records(fields.stages)
    const breaks = stages.filter(({ mediaBreak }) => mediaBreak === 'break').length
    const chances = stages.filter(({ opportunity }) => words(opportunity).trim()).length
    const about = words(fields.about).trim()
    const counted: FootItem[] = [
      ...(breaks
        ? [
            {
              type: 'word',
              icon: 'unlink',
              tone: 'attention',
              word: say('face.breaks', { count: breaks }),
              short: `${breaks}`,
            } as const,
          ]
        : []),
      ...(chances
        ? [{ type: 'word', word: say('face.chances', { count: chances }), short: '' } as const]
        : []),
    ]
    return {
      body: { type: 'paper' },
      parts: [
        kindLine(
          context,
          stages.length ? { type: 'word', word: say('face.steps', { count: stages.length }) } : undefined,
        ),
        headline(words(fields.title), context),
        ...(stages.length ? [{ type: 'curve', points: stages.map(pointOf) } as const] : []),
        foot(context, counted, about ? { type: 'word', word: about } : undefined),
      ],
    }
  },
}

type CurvePoint = Curve['points'][number]

function pointOf({
  feeling,
  mediaBreak,
  opportunity,
  action,
}: Readonly<Record<string, unknown>>): CurvePoint {
  const value = typeof feeling === 'number' ? feeling : null
  const label = words(action)
  const isChance = words(opportunity).trim() !== ''
  if (mediaBreak === 'break') return { value, mark: isChance ? 'both' : 'break', label }
  return isChance ? { value, mark: 'chance', label } : { value, label }
}
