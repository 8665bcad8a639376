import { Layers } from 'lucide-react'
import { useEditor, useReadonly, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { clusterCards, mergeClusters, togetherOf } from '#client/artefacts/clusters/cluster-actions.ts'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import { startEditing } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import styles from './links.module.css'

/** Below several selected cards: lays them together in a cluster; of selected clusters it makes one. */
export function ClusterButton({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const readOnly = useReadonly()
  const { t } = useTranslation()
  const place = useValue('place of the cluster button', () => placeOf(editor), [editor])
  const selected = useValue('selected shapes', () => editor.getSelectedShapeIds().join(' '), [editor])
  if (readOnly || !place) return null
  const { session } = room
  const ids = selected.split(' ')
  const together = togetherOf(session.roots, ids)
  if (!together) return null
  const { merges, cards } = together
  const run = () => {
    if (merges) mergeClusters(session, ids[0]!, ids.slice(1))
    const made = merges ? ids[0] : clusterCards(session, ids)?.shapeId
    room.settle()
    if (made) nameOrSelect(editor, made as TLShapeId, !merges)
    const done = merges
      ? t('artefacts.clusters.mergedClusters')
      : t('artefacts.clusters.made', { count: cards })
    tellWithUndo(session, done, t('common.undo'))
  }
  return (
    <button type="button" className={styles.cluster} style={{ left: place.x, top: place.y }} onClick={run}>
      <Layers aria-hidden="true" />
      {t(merges ? 'artefacts.clusters.mergeClusters' : 'artefacts.clusters.together')}
    </button>
  )
}

/** A new cluster wants a name. The button goes with its press: the next key is for the canvas, not for whatever stands nearby. */
function nameOrSelect(editor: Editor, id: TLShapeId, isNew: boolean): void {
  if (isNew) return startEditing(editor, id)
  editor.setSelectedShapes([id])
  editor.focus()
}

/** Under the middle of what is selected, if that is several cards and nobody is just moving them. */
function placeOf(editor: Editor): { x: number; y: number } | null {
  const shapes = editor.getSelectedShapes()
  if (shapes.length < 2 || shapes.some(({ type }) => type !== 'card') || !editor.isIn('select.idle'))
    return null
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return null
  const { x, y } = editor.pageToViewport({ x: bounds.midX, y: bounds.maxY })
  const view = editor.getViewportScreenBounds()
  return { x: Math.min(Math.max(x, 150), view.w - 150), y: Math.min(y + 12, view.h - 100) }
}
