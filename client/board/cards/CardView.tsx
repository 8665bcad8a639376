import { memo, useMemo } from 'react'
import { HTMLContainer, computed, isUninitialized, useEditor, useValue, type Editor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { BoardCard } from './BoardCard.tsx'
import { isHome } from './card-face.ts'
import { CardRoomProvider, type CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import { FarCard } from './FarCard.tsx'
import { readingSignalsOf, type ReadingLevel } from '../canvas/reading-level.ts'
import styles from './card.module.css'

interface CardViewProps {
  room: CardRoom
  shape: CardShape
}

type Shown = ReadingLevel | 'editing' | 'nothing'

/** A card on the canvas: as much of it as can be read at this zoom, and nothing while it is out of sight. */
export function CardView({ room, shape }: CardViewProps) {
  const editor = useEditor()
  const shown = useShown(editor, shape.id)
  const { parentId, props } = shape
  const { w, h } = useValue('size of a card', () => editor.getShapeGeometry(shape.id).bounds, [
    editor,
    shape.id,
  ])
  if (shown === 'nothing') return <HTMLContainer id={shape.id} />
  return (
    <CardContent
      room={room}
      artefactId={props.artefactId}
      shapeId={shape.id}
      parentId={parentId}
      w={w}
      h={h}
      shown={shown}
    />
  )
}

/**
 * Out of sight a card keeps what it showed last, and at first that is nothing: neither panning nor zooming renders
 * cards that nobody sees. Costs one look into a set per card while panning.
 */
function useShown(editor: Editor, shapeId: CardShape['id']): Shown {
  const shown = useMemo(() => {
    const { level, editing } = readingSignalsOf(editor)
    return computed<Shown>('shown of a card', (before) => {
      if (editor.getCulledShapes().has(shapeId)) return isUninitialized(before) ? 'nothing' : before
      return editing.get() === shapeId ? 'editing' : level.get()
    })
  }, [editor, shapeId])
  return useValue(shown)
}

interface CardContentProps {
  room: CardRoom
  artefactId: string
  shapeId: CardShape['id']
  parentId: CardShape['parentId']
  w: number
  h: number
  shown: Exclude<Shown, 'nothing'>
}

const CardContent = memo(function CardContent(props: CardContentProps) {
  const { room, artefactId, parentId, shown, ...placed } = props
  const artefact = useArtefact(room.session, artefactId)
  const { shapeId } = placed
  if (!artefact) return <MissingCard shapeId={shapeId} />
  if (shown === 'full' || shown === 'editing') {
    return (
      <HTMLContainer id={shapeId} className={styles.container}>
        <CardRoomProvider value={room}>
          <BoardCard
            artefact={artefact}
            {...placed}
            home={isHome(room.takes(parentId), artefact.kind)}
            editing={shown === 'editing'}
          />
        </CardRoomProvider>
      </HTMLContainer>
    )
  }
  return (
    <HTMLContainer id={shapeId} className={styles.container}>
      <FarCard room={room} artefact={artefact} w={placed.w} h={placed.h} shown={shown} />
    </HTMLContainer>
  )
})

function MissingCard({ shapeId }: { shapeId: CardShape['id'] }) {
  const { t } = useTranslation()
  return (
    <HTMLContainer id={shapeId} className={styles.missing}>
      {t('board.card.missing')}
    </HTMLContainer>
  )
}
