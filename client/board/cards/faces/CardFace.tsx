import type { ComponentType } from 'react'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { classes } from '#client/ui/classes.ts'
import { describeCard } from '../card-description.ts'
import { useCardRoom } from '../card-room.ts'
import type { CardShape } from '../card-shape.tsx'
import { CardFoot } from './CardFoot.tsx'
import { IdeaFace } from './IdeaFace.tsx'
import { InterviewFace } from './InterviewFace.tsx'
import { NoteFace } from './NoteFace.tsx'
import { PersonaFace } from './PersonaFace.tsx'
import { QuoteFace } from './QuoteFace.tsx'
import { toneOf } from './tone.ts'
import styles from './card.module.css'

export interface CardFaceProps {
  artefact: Artefact
  shapeId: CardShape['id']
  /** Size in board units. */
  w: number
  h: number
  /** Whether this person is writing the headline right here. */
  editing: boolean
}

const faces: Record<ArtefactKind, ComponentType<CardFaceProps>> = {
  note: NoteFace,
  quote: QuoteFace,
  persona: PersonaFace,
  idea: IdeaFace,
  interview: InterviewFace,
}

/** A card as it lies on the board: it looks like what it is, and says its kind and its evidence quietly below. */
export function CardFace(props: CardFaceProps) {
  const room = useCardRoom()
  const Face = faces[props.artefact.kind]
  return (
    <article
      className={classes(styles.card, styles[toneOf(props.artefact)])}
      aria-label={describeCard(room, props.artefact.id)}
    >
      <Face {...props} />
      <CardFoot artefact={props.artefact} shapeId={props.shapeId} editing={props.editing} />
    </article>
  )
}
