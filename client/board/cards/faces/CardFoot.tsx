import { useSyncExternalStore } from 'react'
import { PanelRightOpen } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { classes } from '#client/ui/classes.ts'
import { evidenceText } from '../card-description.ts'
import { useCardRoom } from '../card-room.ts'
import type { CardShape } from '../card-shape.tsx'
import styles from './card.module.css'

interface CardFootProps {
  artefact: Artefact
  shapeId: CardShape['id']
  editing: boolean
}

/** The quiet line below every card: kind, evidence, and the way to everything that does not fit on it. */
export function CardFoot({ artefact, shapeId, editing }: CardFootProps) {
  const { t } = useTranslation()
  const { evidence } = useCardRoom()
  const count = useSyncExternalStore(evidence.subscribe, () => evidence.count(artefact.id))
  const proof = evidenceText(t, artefact.kind, count)
  return (
    <footer className={styles.foot}>
      <KindIcon kind={artefact.kind} />
      <span className={styles.kind}>{t(`kinds.${artefact.kind}.label`)}</span>
      {proof ? <span className={classes(styles.proof, count === 0 && styles.unproven)}>{proof}</span> : null}
      {editing ? null : <OpenButton artefactId={artefact.id} shapeId={shapeId} />}
    </footer>
  )
}

function OpenButton({ artefactId, shapeId }: { artefactId: string; shapeId: CardShape['id'] }) {
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
      onClick={() => openCard(artefactId, shapeId)}
    >
      <PanelRightOpen aria-hidden="true" />
      {t('board.card.open')}
    </button>
  )
}
