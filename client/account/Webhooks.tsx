// In front of it: somebody from the town hall's IT, or a moderator beside them, setting up once what then runs by itself;
// and again half a year later, because something has not arrived. Wants to see at a glance whether it arrives.
import { useState } from 'react'
import { Webhook } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useWebhooks } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import styles from './Webhooks.module.css'
import form from './form.module.css'
import { NewWebhookDialog } from './NewWebhookDialog.tsx'
import { WebhookRow } from './WebhookRow.tsx'

/** Whom this account has told what happens. Nothing of it is there where the operator allows no host. */
export function WebhooksPart() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { data, error } = useWebhooks()
  const [isMaking, setMaking] = useState(false)
  if (!data && !error) return null
  const { hosts, webhooks } = data ?? { hosts: [], webhooks: [] }
  const isOff = hosts.length === 0
  if (isOff && webhooks.length === 0 && !error) return null
  return (
    <section className={form.part} aria-labelledby="webhooks">
      <h2 id="webhooks" className={form.subtitle}>
        {t('account.webhooks.title')}
      </h2>
      <p className={form.lead}>{t('account.webhooks.text')}</p>
      {error ? <Banner tone="danger">{errorText(error)}</Banner> : null}
      {isOff && !error ? <Banner tone="attention">{t('account.webhooks.off')}</Banner> : null}
      {data && webhooks.length === 0 ? <p className={form.quiet}>{t('account.webhooks.none')}</p> : null}
      {webhooks.length > 0 ? (
        <ul className={styles.webhooks} aria-labelledby="webhooks">
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      ) : null}
      {isOff ? null : (
        <Button icon={<Webhook aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t('account.webhooks.make')}
        </Button>
      )}
      {isMaking ? <NewWebhookDialog hosts={hosts} onClose={() => setMaking(false)} /> : null}
    </section>
  )
}
