import { ChevronDown, ChevronRight } from 'lucide-react'
import { stopEventPropagation, useEditor, useReadonly, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { foldCluster } from '#client/artefacts/clusters/cluster-actions.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useCardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import styles from './card.module.css'

interface FoldButtonProps {
  artefact: Artefact
  shapeId: CardShape['id']
}

/** On a cluster, in the corner its kind line leaves free: folds it for everybody, so that a full sheet can be overlooked. */
export function FoldButton({ artefact, shapeId }: FoldButtonProps) {
  const editor = useEditor()
  const readOnly = useReadonly()
  const { session } = useCardRoom()
  const { t } = useTranslation()
  const texts = useKindTexts()
  const folded = useValue('folded', () => editor.getShape(shapeId)?.meta.folded === true, [editor, shapeId])
  const label = t(folded ? 'artefacts.clusters.unfoldThis' : 'artefacts.clusters.foldThis', {
    card: shortName(texts.nameOf(artefact), 40),
  })
  const Icon = folded ? ChevronRight : ChevronDown
  return (
    <button
      type="button"
      className={styles.fold}
      title={label}
      aria-label={label}
      aria-expanded={!folded}
      disabled={readOnly}
      onPointerDown={stopEventPropagation}
      onClick={() => foldCluster(session, shapeId, !folded)}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
