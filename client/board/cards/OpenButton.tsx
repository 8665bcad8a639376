import { PanelRightOpen } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useCardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import styles from './card.module.css'

interface OpenButtonProps {
  artefactId: string
  shapeId: CardShape['id']
}

/** The way to everything that does not fit on a card, on the one that is selected. */
export function OpenButton({ artefactId, shapeId }: OpenButtonProps) {
  const editor = useEditor()
  const { openCard } = useCardRoom()
  const { t } = useTranslation()
  const alone = useValue('only selection', () => editor.getOnlySelectedShapeId() === shapeId, [
    editor,
    shapeId,
  ])
  if (!alone) return null
  return (
    <button
      type="button"
      className={styles.open}
      onPointerDown={stopEventPropagation}
      onClick={() => openCard(artefactId)}
    >
      <PanelRightOpen aria-hidden="true" />
      {t('board.card.open')}
    </button>
  )
}
