import { useCardRoom } from '../card-room.ts'
import { ideaBox } from './boxes.ts'
import type { CardFaceProps } from './CardFace.tsx'
import { Headline } from './Headline.tsx'
import { fitText } from './text-fit.ts'
import styles from './card.module.css'

/** One sentence that could become a solution; below it what it is good for and how it might look. */
export function IdeaFace(props: CardFaceProps) {
  const { imageUrl } = useCardRoom()
  const { sentence, benefit, sketch } = props.artefact.fields
  const good = String(benefit ?? '').trim()
  const fit = fitText(String(sentence), ideaBox(props, Boolean(good), Boolean(sketch)), 21)
  return (
    <>
      <Headline {...props} className={styles.sentence} fit={fit} />
      {sketch ? (
        <img className={styles.sketch} src={imageUrl(String(sketch))} alt="" draggable={false} />
      ) : null}
      {good ? <p className={styles.benefit}>{good}</p> : null}
    </>
  )
}
