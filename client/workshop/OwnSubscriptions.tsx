import { useTranslation } from 'react-i18next'
import { useReminder } from '#client/app/queries.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { OwnCalendar } from './OwnCalendar.tsx'
import styles from './OwnPage.module.css'
import { OwnReminder } from './OwnReminder.tsx'

/** How somebody hears of the workshop outside it: by mail, where this installation sends any, and in their calendar. */
export function OwnSubscriptions({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const reminder = useReminder(workshop.id).data
  return (
    <section aria-labelledby="own-outside" className={styles.news}>
      <h2 id="own-outside">{t('own.outside')}</h2>
      {reminder && reminder.hour !== null ? (
        <OwnReminder workshopId={workshop.id} reminder={reminder} hour={reminder.hour} />
      ) : null}
      <OwnCalendar workshopId={workshop.id} />
    </section>
  )
}
