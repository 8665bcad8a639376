import { useMemo } from 'react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import { linkArrowsStore } from '#client/ui-state/link-arrows.ts'
import { classes } from '#client/ui/classes.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { inSight } from '../sheet/folded-cards.ts'
import { arrowLines, type ArrowLine, type Box } from './arrow-lines.ts'
import { cardsAmong } from './selected-cards.ts'
import styles from './links.module.css'

/** What is linked on this page, as arrows; of selected cards only theirs. Nothing of it is stored. */
export function LinkArrows({ room }: { room: CardRoom }) {
  const { shown } = useStore(linkArrowsStore)
  return shown ? <Arrows room={room} /> : null
}

/** More words than this would hide the cards. */
const MOST_LABELLED = 24

function Arrows({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const graph = useEvidenceGraph(room.session)
  const boxes = useValue('boxes of cards', () => boxesOf(editor), [editor])
  const selected = useValue('selected cards', () => cardsAmong(editor.getSelectedShapes()).join(' '), [
    editor,
  ])
  const camera = useValue('camera', () => editor.getCamera(), [editor])
  const lines = useMemo(
    () => arrowLines(graph, boxes, new Set(selected.split(' ').filter(Boolean))),
    [graph, boxes, selected],
  )
  return (
    <svg className={styles.arrows} role="img" aria-label={t('board.links.count', { count: lines.length })}>
      <defs>
        {(['plain', 'against'] as const).map((tone) => (
          <marker
            key={tone}
            id={`link-${tone}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 10 5 0 10Z" className={styles[tone]} />
          </marker>
        ))}
      </defs>
      <g transform={`scale(${camera.z}) translate(${camera.x} ${camera.y})`}>
        {lines.map((line) => (
          <Arrow key={line.key} line={line} labelled={lines.length <= MOST_LABELLED} />
        ))}
      </g>
    </svg>
  )
}

function Arrow({ line, labelled }: { line: ArrowLine; labelled: boolean }) {
  const { t } = useTranslation()
  const { start, end, type } = line
  const isAgainst = type === 'contradicts'
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2]
  return (
    <>
      <line
        className={classes(styles.line, isAgainst && styles.lineAgainst)}
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        markerEnd={`url(#link-${isAgainst ? 'against' : 'plain'})`}
      />
      {labelled || isAgainst ? (
        <text x={x} y={y} className={classes(styles.word, isAgainst && styles.wordAgainst)}>
          {t(`artefacts.link.outgoing.${type}`)}
        </text>
      ) : null}
    </>
  )
}

function boxesOf(editor: Editor): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const shape of editor.getCurrentPageShapes()) {
    const [artefactId] = cardsAmong([shape])
    const bounds = artefactId && editor.getShapePageBounds(inSight(editor, shape.id))
    if (bounds) boxes.set(artefactId, { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h })
  }
  return boxes
}
