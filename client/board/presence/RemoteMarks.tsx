import { memo, useEffect, useRef, useState } from 'react'
import { useEditor, useTransform, useValue, type TLCursorProps, type TLShapeIndicatorProps } from 'tldraw'
import { classes } from '#client/ui/classes.ts'
import styles from './marks.module.css'
import { showsLaser } from './presence-in.ts'

const IDLE_AFTER_MS = 2_500

/** Where somebody else points, with their name; fades when the hand rests. */
export const RemoteCursor = memo(function RemoteCursor({ userId, point, zoom, color, name }: TLCursorProps) {
  const editor = useEditor()
  const isLaser = useValue('laser', () => showsLaser(editor, userId), [editor, userId])
  const mark = useRef<HTMLDivElement>(null!)
  const idle = useIdle(point?.x, point?.y)
  useTransform(mark, point?.x, point?.y, 1 / zoom)
  if (!point) return null
  if (isLaser)
    return (
      <div ref={mark} className={classes('tl-overlays__item', styles.cursor)} aria-hidden="true">
        <span className={styles.laser} />
        {name ? <span className={styles.laserName}>{name}</span> : null}
      </div>
    )
  return (
    <div
      ref={mark}
      className={classes('tl-overlays__item', styles.cursor, idle && styles.idle)}
      aria-hidden="true"
    >
      <svg width="18" height="20" viewBox="0 0 18 20">
        <path
          d="M1 1 L16 9 L9 11 L6 18 Z"
          fill={color}
          stroke="#fff"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      {name ? (
        <span className={styles.name} style={{ background: color }}>
          {name}
        </span>
      ) : null}
    </div>
  )
})

function useIdle(x: number | undefined, y: number | undefined): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    setIdle(false)
    const timer = setTimeout(() => setIdle(true), IDLE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [x, y])
  return idle
}

/** What somebody else has selected: dashed and outside, where the own selection is solid and on the edge. */
export const RemoteSelection = memo(function RemoteSelection({ shapeId, color }: TLShapeIndicatorProps) {
  const editor = useEditor()
  const bounds = useValue('remote selection', () => editor.getShapePageBounds(shapeId), [editor, shapeId])
  const gap = useValue('gap', () => 5 / editor.getZoomLevel(), [editor])
  if (!bounds) return null
  return (
    <svg className="tl-overlays__item" aria-hidden="true">
      <rect
        className={styles.selection}
        x={bounds.x - gap}
        y={bounds.y - gap}
        width={bounds.w + 2 * gap}
        height={bounds.h + 2 * gap}
        rx={gap * 1.6}
        stroke={color}
      />
    </svg>
  )
})
