import { useTranslation } from 'react-i18next'
import { UserRound } from 'lucide-react'
import { useCardRoom } from '../card-room.ts'
import { PORTRAIT } from './boxes.ts'
import type { CardFaceProps } from './CardFace.tsx'
import { Headline } from './Headline.tsx'
import { initials, personaLines } from './lines.ts'
import styles from './card.module.css'

/** A portrait, a name, a sentence in their own voice, and three lines. */
export function PersonaFace(props: CardFaceProps) {
  const { t } = useTranslation()
  const { fields } = props.artefact
  const { about, rows } = personaLines(t, props.artefact)
  const said = String(fields.quote ?? '').trim()
  return (
    <>
      <header className={styles.personaHead}>
        <Portrait assetId={fields.portrait as string | null} name={String(fields.name)} />
        <div className={styles.personaName}>
          <Headline {...props} className={styles.name} fit={{ size: 24, lines: 2 }} />
          {about ? <p className={styles.about}>{about}</p> : null}
        </div>
      </header>
      {said ? (
        <p className={styles.said}>
          {t('board.card.openingQuote')}
          {said}
          {t('board.card.closingQuote')}
        </p>
      ) : null}
      <dl className={styles.rows}>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Portrait({ assetId, name }: { assetId: string | null; name: string }) {
  const { imageUrl } = useCardRoom()
  const size = { width: PORTRAIT, height: PORTRAIT }
  if (assetId)
    return <img className={styles.portrait} style={size} src={imageUrl(assetId)} alt="" draggable={false} />
  return (
    <span className={styles.portrait} style={size} aria-hidden="true">
      {initials(name) || <UserRound />}
    </span>
  )
}
