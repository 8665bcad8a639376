import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useWorkshops } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { CreatedWebhook, DeliveryView, WebhookView } from '#shared/protocol/webhooks.ts'
import styles from './Webhooks.module.css'
import { Deliveries, useOutcome } from './Deliveries.tsx'
import form from './form.module.css'
import { FreshSecret } from './FreshSecret.tsx'

type Asking = 'renew' | 'remove' | null

/** One system that is told: of what, whether it arrives, and everything that can be done about it. */
export function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const { id: webhookId, name, url, kinds, workshopId, pausedAt, deliveries } = webhook
  const { t } = useTranslation()
  const errorText = useErrorText()
  const outcome = useOutcome()
  const day = useDay()
  const workshops = useWorkshops()
  const path = { webhookId }
  const probe = useChange<DeliveryView>('probeWebhook')
  const change = useChange('changeWebhook')
  const renew = useChange<CreatedWebhook>('renewWebhookSecret')
  const remove = useChange('removeWebhook')
  const [asking, setAsking] = useState<Asking>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const failed = (error: Error) => toasts.show({ text: errorText(error), tone: 'danger' })

  const sendProbe = () =>
    void probe.mutateAsync({ path }).then((end) => {
      const arrived = end.state === 'delivered'
      const text = arrived
        ? t('account.webhooks.probed')
        : t('account.webhooks.probeFailed', { why: outcome(end) })
      toasts.show({ text, tone: arrived ? 'info' : 'attention' })
    }, failed)
  // The row may go before the answer is through: nothing here may hang on it.
  const confirmRemoval = () =>
    void remove
      .mutateAsync({ path })
      .then(() => toasts.show({ text: t('account.webhooks.removed', { name }) }), failed)
      .finally(() => setAsking(null))
  const confirmRenewal = () =>
    void renew
      .mutateAsync({ path })
      .then((renewed) => setSecret(renewed.secret), failed)
      .finally(() => setAsking(null))

  const givenUp = deliveries.filter(({ state, kind }) => state === 'givenUp' && kind !== 'probe').length
  const title = workshops.data?.find(({ id }) => id === workshopId)?.title
  const where = workshopId ? (title ?? t('account.webhooks.goneWorkshop')) : t('account.keys.allWorkshops')
  return (
    <li className={styles.webhook}>
      <strong>{name}</strong>
      <p className={form.quiet}>{url}</p>
      <details className={styles.folded}>
        <summary>
          {where}, {t('account.webhooks.counted', { count: kinds.length })}
        </summary>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>{t(`account.webhooks.kind.${kind}`)}</li>
          ))}
        </ul>
      </details>
      {pausedAt === null ? null : (
        <Banner tone="info">{t('account.webhooks.paused', { day: day(pausedAt) })}</Banner>
      )}
      {givenUp > 0 ? (
        <Banner tone="attention">{t('account.webhooks.gaveUp', { count: givenUp })}</Banner>
      ) : null}
      <Deliveries deliveries={deliveries} />
      <div className={styles.actions} role="group" aria-label={t('account.webhooks.actionsFor', { name })}>
        <Button busy={probe.isPending} onClick={sendProbe}>
          {t('account.webhooks.probe')}
        </Button>
        <Button
          variant="quiet"
          busy={change.isPending}
          onClick={() => change.mutate({ path, body: { paused: pausedAt === null } }, { onError: failed })}
        >
          {t(pausedAt === null ? 'account.webhooks.pause' : 'account.webhooks.resume')}
        </Button>
        <Button variant="quiet" onClick={() => setAsking('renew')}>
          {t('account.webhooks.renew')}
        </Button>
        <Button variant="quiet" onClick={() => setAsking('remove')}>
          {t('account.webhooks.remove')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('account.webhooks.renewTitle', { name })}
        open={asking === 'renew'}
        confirm={t('account.webhooks.renew')}
        busy={renew.isPending}
        onConfirm={confirmRenewal}
        onClose={() => setAsking(null)}
      >
        {t('account.webhooks.renewText')}
      </ConfirmDialog>
      <ConfirmDialog
        title={t('account.webhooks.removeTitle', { name })}
        open={asking === 'remove'}
        confirm={t('account.webhooks.remove')}
        danger
        busy={remove.isPending}
        onConfirm={confirmRemoval}
        onClose={() => setAsking(null)}
      >
        {t('account.webhooks.removeText')}
      </ConfirmDialog>
      {secret === null ? null : <FreshSecret of="webhooks" secret={secret} onClose={() => setSecret(null)} />}
    </li>
  )
}
