import type { TLFrameShape } from 'tldraw'
import { fieldMeasures } from '#shared/layout/field-box.ts'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import { breakLinesUpTo } from '#shared/layout/text/lines.ts'
import { CARD_FONT } from '../cards/card-fonts.ts'

const TITLE = { size: 20, weight: 700 } as const

/** A field in a picture: its tint and its title. Empty places are for hands. */
export function fieldSvg({ props: { w, h, name } }: TLFrameShape) {
  const { padding, radius } = fieldMeasures
  const [title] = breakLinesUpTo(1, name, TITLE, w - 2 * padding)
  return (
    <>
      <rect width={w} height={h} rx={radius} fill={lightColours.field} />
      <text
        x={padding}
        y={padding + TITLE.size}
        fill={lightColours.ink}
        fontFamily={CARD_FONT}
        fontSize={TITLE.size}
        fontWeight={TITLE.weight}
      >
        {title}
      </text>
    </>
  )
}
