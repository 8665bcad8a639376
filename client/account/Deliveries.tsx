import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#client/app/dates.ts'
import type { DeliveryView } from '#shared/protocol/webhooks.ts'
import styles from './Webhooks.module.css'
import form from './form.module.css'

/** Why an attempt ended as it did, in words. */
export function useOutcome(): (delivery: Pick<DeliveryView, 'outcome' | 'status'>) => string {
  const { t } = useTranslation()
  return ({ outcome, status }) =>
    t(`account.webhooks.outcome.${outcome ?? 'unknown'}`, { status: String(status ?? '') })
}

/** What became of the last messages; folded, because mostly all have arrived. */
export function Deliveries({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const { t, i18n } = useTranslation()
  const state = useStateText()
  if (deliveries.length === 0) return <p className={form.quiet}>{t('account.webhooks.lastNone')}</p>
  return (
    <details className={styles.folded}>
      <summary>
        {t('account.webhooks.last')}: {state(deliveries[0]!)}
      </summary>
      <ul>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            {dayAndTime(delivery.at, i18n.language)}: {t(`account.webhooks.kind.${delivery.kind}`)},{' '}
            {state(delivery)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function useStateText(): (delivery: DeliveryView) => string {
  const { t, i18n } = useTranslation()
  const outcome = useOutcome()
  return (delivery) => {
    const { state, attempts, nextAt } = delivery
    if (state === 'delivered') return t('account.webhooks.state.delivered')
    const why = outcome(delivery)
    if (state === 'givenUp') return t('account.webhooks.state.givenUp', { count: attempts, why })
    if (attempts === 0 || delivery.outcome === null || nextAt === null)
      return t('account.webhooks.state.waiting')
    const at = dayAndTime(nextAt, i18n.language)
    return t('account.webhooks.state.waitingAgain', { attempts, why, at })
  }
}
