import { useMemo, useSyncExternalStore } from 'react'
import { useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import { onScreen } from '#shared/layout/card/svg.ts'
import { useCommentMark } from '#client/artefacts/comments/comment-threads.ts'
import { cardMarks } from '#client/kinds/card-marks.ts'
import { CardDrawing } from '#client/kinds/CardDrawing.tsx'
import { BallotOnCard } from './BallotOnCard.tsx'
import { layoutOf } from './card-face.ts'
import { describeCard } from './card-description.ts'
import { useCardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import { FoldButton } from './FoldButton.tsx'
import { HeadlineEditor } from './HeadlineEditor.tsx'
import { OpenButton } from './OpenButton.tsx'
import styles from './card.module.css'

interface BoardCardProps {
  artefact: Artefact
  shapeId: CardShape['id']
  /** Size in board units; the card is higher where its text needs it. */
  w: number
  h: number
  /** Whether the field it lies in names its kind. */
  home: boolean
  /** Whether this person is writing the headline right here. */
  editing: boolean
}

/** A card as it lies on the board: drawn by its kind's face, with the headline to be written in place. */
export function BoardCard({ artefact, shapeId, w, h, home, editing }: BoardCardProps) {
  const room = useCardRoom()
  const { i18n } = useTranslation()
  const evidence = useSyncExternalStore(room.evidence.subscribe, () => room.evidence.of(artefact.id))
  const said = useCommentMark(room.session, artefact.id)
  const bar = useValue('ballot bar', () => room.ballotBar(artefact.id), [room, artefact.id])
  const layout = useMemo(
    () => layoutOf(room, artefact, { w, h: h - bar }, home),
    // The face reads evidence, comments and texts through the room.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [room, artefact, w, h, home, bar, evidence, said, i18n.language],
  )
  const { headline } = layout
  const Mark = cardMarks[artefact.kind]
  const nodes = editing
    ? layout.nodes.filter((node) => !(node.type === 'text' && node.headline))
    : layout.nodes
  return (
    <article
      className={styles.card}
      lang={room.session.language}
      aria-label={describeCard(room, artefact.id)}
    >
      <CardDrawing
        nodes={nodes}
        w={layout.w}
        h={layout.h}
        imageUrl={room.imageUrl}
        className={styles.drawing}
      />
      {editing && headline ? (
        <HeadlineEditor artefact={artefact} shapeId={shapeId} box={headline} ink={onScreen(headline.ink)} />
      ) : null}
      {editing ? null : <OpenButton artefactId={artefact.id} shapeId={shapeId} />}
      {traitsOf(artefact.kind).holds?.by === 'order' ? <FoldButton {...{ artefact, shapeId }} /> : null}
      <BallotOnCard session={room.session} artefact={artefact} />
      {Mark ? <Mark session={room.session} artefact={artefact} /> : null}
    </article>
  )
}
