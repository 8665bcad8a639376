import { useTranslation } from 'react-i18next'
import { interviewBox } from './boxes.ts'
import type { CardFaceProps } from './CardFace.tsx'
import { Headline } from './Headline.tsx'
import { interviewLines } from './lines.ts'
import { fitText } from './text-fit.ts'
import styles from './card.module.css'

/** The cover sheet of a protocol: who, when, and whether it may be used. */
export function InterviewFace(props: CardFaceProps) {
  const { t } = useTranslation()
  const { about, consent } = interviewLines(t, props.artefact)
  const fit = fitText(String(props.artefact.fields.title), interviewBox(props), 21)
  return (
    <>
      <Headline {...props} className={styles.sentence} fit={fit} />
      {about ? <p className={styles.about}>{about}</p> : null}
      <p className={styles.about}>{consent}</p>
    </>
  )
}
