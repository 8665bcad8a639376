import { useEditor, useValue } from 'tldraw'
import { LASSO, type LassoTool } from './lasso-tool.ts'
import styles from '../links/links.module.css'

/** The loop somebody draws around cards, for as long as they draw. */
export function LassoLine() {
  const editor = useEditor()
  const points = useValue(
    'line of the lasso',
    () => {
      const loop = editor.getStateDescendant<LassoTool>(LASSO)?.loop.get() ?? []
      return loop.length < 2
        ? ''
        : loop
            .map((at) => editor.pageToViewport(at))
            .map(({ x, y }) => `${x},${y}`)
            .join(' ')
    },
    [editor],
  )
  if (points === '') return null
  return (
    <svg className={styles.arrows} aria-hidden="true">
      <polygon points={points} className={styles.lasso} />
    </svg>
  )
}
