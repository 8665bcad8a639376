import { useTranslation } from 'react-i18next'
import { headlineOf } from '#shared/document/artefacts.ts'
import { classes } from '#client/ui/classes.ts'
import type { CardFaceProps } from './CardFace.tsx'
import { HeadlineEditor } from './HeadlineEditor.tsx'
import type { TextFit } from './text-fit.ts'
import styles from './card.module.css'

interface HeadlineProps extends CardFaceProps {
  className?: string
  fit: TextFit
  /** Put around the text on screen, e.g. quotation marks; never part of what is edited. */
  around?: [before: string, after: string]
}

/** The text that stands for the card, or the field to write it in. */
export function Headline({ artefact, shapeId, editing, className, fit, around = ['', ''] }: HeadlineProps) {
  const { t } = useTranslation()
  const text = headlineOf(artefact)
  const style = { fontSize: fit.size, WebkitLineClamp: fit.lines }
  if (editing)
    return <HeadlineEditor artefact={artefact} shapeId={shapeId} className={className} size={fit.size} />
  return (
    <p className={classes(styles.headline, className, !text && styles.empty)} style={style}>
      {text ? `${around[0]}${text}${around[1]}` : t(`kinds.${artefact.kind}.empty`)}
    </p>
  )
}
