import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardFaceProps } from './CardFace.tsx'
import { quoteBox } from './boxes.ts'
import { Headline } from './Headline.tsx'
import { quoteLines } from './lines.ts'
import { fitText } from './text-fit.ts'
import { useCardRoom } from '../card-room.ts'
import styles from './card.module.css'

/** What somebody said: quotation marks, who, and where it comes from. */
export function QuoteFace(props: CardFaceProps) {
  const { t } = useTranslation()
  const room = useCardRoom()
  const fit = fitText(String(props.artefact.fields.wording), quoteBox(props), 21)
  const { who, where } = quoteLines(t, room, props.artefact)
  return (
    <>
      <Quote className={styles.quotationMark} aria-hidden="true" />
      <Headline
        {...props}

        fit={fit}
        around={[t('board.card.openingQuote'), t('board.card.closingQuote')]}
      />
      <p className={styles.attribution}>
        <span className={styles.strong}>{who}</span>
        <span>{where}</span>
      </p>
    </>
  )
}
