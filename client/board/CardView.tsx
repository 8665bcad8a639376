import { memo, useMemo } from 'react'
import { HTMLContainer, computed, isUninitialized, useEditor, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { classes } from '#client/ui/classes.ts'
import { headlineOr } from './card-description.ts'
import { CardRoomProvider, type CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.tsx'
import { CardFace } from './faces/CardFace.tsx'
import { toneOf } from './faces/tone.ts'
import { readingLevelOf, type ReadingLevel } from './reading-level.ts'
import styles from './faces/card.module.css'

/** A card on the canvas: as much of it as can be read at this zoom, and nothing while it is out of sight. */
export function CardView({ room, shape }: { room: CardRoom; shape: CardShape }) {
  const editor = useEditor()
  const level = useShownLevel(editor, shape.id)
  const editing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  const { artefactId, w, h } = shape.props
  return (
    <HTMLContainer id={shape.id} className={styles.container}>
      {level === 'nothing' ? null : (
        <CardRoomProvider value={room}>
          <CardContent
            room={room}
            artefactId={artefactId}
            shapeId={shape.id}
            w={w}
            h={h}
            level={editing ? 'full' : level}
            editing={editing}
          />
        </CardRoomProvider>
      )}
    </HTMLContainer>
  )
}

/**
 * Out of sight a card keeps what it showed last, and at first that is nothing: neither panning nor zooming renders
 * cards that nobody sees. Costs one look into a set per card while panning.
 */
function useShownLevel(editor: Editor, shapeId: CardShape['id']): ReadingLevel | 'nothing' {
  const level = useMemo(
    () =>
      computed<ReadingLevel | 'nothing'>('shown level', (before) => {
        if (!editor.getCulledShapes().has(shapeId)) return readingLevelOf(editor)
        return isUninitialized(before) ? 'nothing' : before
      }),
    [editor, shapeId],
  )
  return useValue(level)
}

interface CardContentProps {
  room: CardRoom
  artefactId: string
  shapeId: CardShape['id']
  w: number
  h: number
  level: ReadingLevel
  editing: boolean
}

const CardContent = memo(function CardContent({ room, artefactId, level, ...rest }: CardContentProps) {
  const artefact = useArtefact(room.session, artefactId)
  const { t } = useTranslation()
  if (!artefact) return <p className={styles.missing}>{t('board.card.missing')}</p>
  if (level === 'full') return <CardFace artefact={artefact} {...rest} />
  return (
    <div className={classes(styles.plain, styles[toneOf(artefact)])}>
      {level === 'title' ? <span className={styles.plainTitle}>{headlineOr(t, artefact)}</span> : null}
    </div>
  )
})
