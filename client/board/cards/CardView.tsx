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
import { readingSignalsOf, type ReadingLevel } from '../canvas/reading-level.ts'
import styles from './faces/card.module.css'

interface CardViewProps {
  room: CardRoom
  shape: CardShape
}

type Shown = ReadingLevel | 'editing' | 'nothing'

/** A card on the canvas: as much of it as can be read at this zoom, and nothing while it is out of sight. */
export function CardView({ room, shape }: CardViewProps) {
  const shown = useShown(useEditor(), shape.id)
  const { artefactId, w, h } = shape.props
  if (shown === 'nothing') return <HTMLContainer id={shape.id} />
  return <CardContent room={room} artefactId={artefactId} shapeId={shape.id} w={w} h={h} shown={shown} />
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
  w: number
  h: number
  shown: Exclude<Shown, 'nothing'>
}

const CardContent = memo(function CardContent({ room, artefactId, shown, ...placed }: CardContentProps) {
  const artefact = useArtefact(room.session, artefactId)
  const { shapeId } = placed
  if (!artefact) return <MissingCard shapeId={shapeId} />
  if (shown === 'full' || shown === 'editing') {
    return (
      <HTMLContainer id={shapeId} className={styles.container}>
        <CardRoomProvider value={room}>
          <CardFace artefact={artefact} {...placed} editing={shown === 'editing'} />
        </CardRoomProvider>
      </HTMLContainer>
    )
  }
  // One element per card: of these there are thousands on screen at once.
  return (
    <HTMLContainer id={shapeId} className={classes(styles[shown], styles[toneOf(artefact)])}>
      {shown === 'title' ? <span>{headlineOr(room.texts(), artefact)}</span> : null}
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
