import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '#client/room-context/times-of-day.ts'
import styles from '#client/facilitation/people/PeoplePanel.module.css'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { usePresentHands, type PresentHand } from './raised-hands.ts'

/** Who wants to speak, in order; the moderation ticks off who has, or takes a hand down. */
export function HandsPanel() {
  const { t } = useTranslation()
  const hands = usePresentHands()
  if (hands.length === 0) return <p className={styles.quiet}>{t('facilitation.hands.none')}</p>
  return (
    <>
      <ol className={styles.people}>
        {hands.map((hand) => (
          <HandEntry key={hand.memberId} hand={hand} />
        ))}
      </ol>
      <p className={styles.quiet}>{t('facilitation.hands.order')}</p>
    </>
  )
}

function HandEntry({ hand: { memberId, name, organisation, since } }: { hand: PresentHand }) {
  const { t, i18n } = useTranslation()
  const send = useCommand()
  const mayTickOff = useFacilitation(({ mayFacilitate }) => mayFacilitate)
  return (
    <li className={styles.person}>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{organisation}</span>
      </span>
      <span className={styles.quiet}>
        {t('facilitation.hands.since', { time: timeOfDay(since, i18n.language) })}
      </span>
      {mayTickOff ? (
        <span className={styles.actions}>
          <IconButton
            label={t('facilitation.hands.tickOff', { name })}
            icon={<Check aria-hidden="true" />}
            onClick={() => void send({ type: 'tickOffHand', memberId })}
          />
          <IconButton
            label={t('facilitation.hands.takeDown', { name })}
            icon={<X aria-hidden="true" />}
            onClick={() => void send({ type: 'takeDownHand', memberId })}
          />
        </span>
      ) : null}
    </li>
  )
}
