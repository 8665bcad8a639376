import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { timeOfDay } from '#client/room-context/clock-face.ts'
import styles from '#client/facilitation/people/PeoplePanel.module.css'
import { presentMembers, raisedHands } from '#client/room-context/present-members.ts'
import { useRoom } from '#client/room-context/room-context.ts'

/** Raised hands in the order in which they went up. */
export function HandsPanel() {
  const { t, i18n } = useTranslation()
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const hands = raisedHands(presentMembers(peers, null))
  if (hands.length === 0) return <p className={styles.quiet}>{t('facilitation.hands.none')}</p>
  return (
    <ol className={styles.people}>
      {hands.map((member) => (
        <li key={member.memberId} className={styles.person}>
          <span className={styles.words}>
            <strong>{member.name}</strong>
            <span className={styles.quiet}>{member.organisation}</span>
          </span>
          <span className={styles.quiet}>
            {t('facilitation.hands.since', { time: timeOfDay(member.handSince!, i18n.language) })}
          </span>
        </li>
      ))}
    </ol>
  )
}
