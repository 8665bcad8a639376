import { Lock } from 'lucide-react'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { useLocked } from '#client/artefacts/locks.ts'
import type { CardRoom } from '../cards/card-room.ts'
import styles from './lock-marks.module.css'

/** A small lock in the corner of everything on the page that the moderation has locked by itself. */
export function LockMarks({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const { t } = useTranslation()
  const { board } = room.session.roots
  const ids = [...useLocked(room.session).records].filter((id) => isDirectlyLocked(board, id)).join(' ')
  const places = useValue('places of locks', () => placesOf(editor, ids.split(' ')), [editor, ids])
  return places.map(({ id, x, y }) => (
    <span key={id} className={styles.mark} style={{ left: x, top: y }} title={t('artefacts.lock.locked')}>
      <Lock aria-hidden="true" />
    </span>
  ))
}

function placesOf(editor: Editor, ids: string[]) {
  const view = editor.getViewportScreenBounds()
  return ids.flatMap((id) => {
    const bounds = editor.getShape(id as TLShapeId) && editor.getShapePageBounds(id as TLShapeId)
    if (!bounds || editor.getAncestorPageId(id as TLShapeId) !== editor.getCurrentPageId()) return []
    const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.y })
    return x < 0 || y < 0 || x > view.w || y > view.h ? [] : [{ id, x, y }]
  })
}
