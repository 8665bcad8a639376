import { useId } from 'react'
import type { DrawNode } from '#shared/layout/card/draw.ts'
import { onScreen, svgElements } from '#shared/layout/card/svg.ts'
import { svgReact } from './svg-react.ts'

interface CardDrawingProps {
  nodes: readonly DrawNode[]
  w: number
  h: number
  imageUrl: (assetId: string) => string
  className?: string | undefined
}

/** A drawn card on screen, in the colours of the theme. What it says is told by whoever shows it; here it is a picture. */
export function CardDrawing({ nodes, w, h, imageUrl, className }: CardDrawingProps) {
  const look = { colour: onScreen, fontFamily: 'var(--font)', imageHref: imageUrl, idPrefix: useId() }
  return (
    <svg
      className={className}
      viewBox={`0 0 ${w} ${h}`}
      width={w}
      height={h}
      aria-hidden="true"
      // Letters as wide as they were measured: hinted to whole pixels, a line is two percent wider at 90 % and leaves its card
      textRendering="geometricPrecision"
    >
      {svgReact(svgElements(nodes, look))}
    </svg>
  )
}
