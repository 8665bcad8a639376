import { useTranslation } from 'react-i18next'
import { addressOf } from '#client/app/api.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import styles from './MinutesPanel.module.css'
import { useReleasedMinutes } from './use-released-minutes.ts'

/** The minutes that this person may read, the latest meeting first. */
export function MinutesPanel() {
  const { t } = useTranslation()
  const day = useDay()
  const errorText = useErrorText()
  const { workshop } = useRoom()
  const { data, isPending, error } = useReleasedMinutes()
  if (isPending) return <Spinner label={t('common.loading')} />
  if (error)
    return (
      <Banner tone="attention">
        {t('agenda.record.failed')} {errorText(error)}
      </Banner>
    )
  if (data.length === 0) return <p className={styles.quiet}>{t('agenda.record.none')}</p>
  return (
    <ul className={styles.minutes}>
      {data.map(({ meetingId, title, startsAt, releasedAt }) => (
        <li key={meetingId}>
          <a
            href={addressOf('minutes', { path: { workshopId: workshop.id, meetingId } })}
            target="_blank"
            rel="noopener"
          >
            {title}
          </a>
          <span className={styles.quiet}>{day(startsAt ?? releasedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
