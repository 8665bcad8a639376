// In front of it: a moderator whose IT wants results in another system, and who made a key last half a year ago. Wants to
// know what a key may do, which ones there are, and how one is ended.
import { useState } from 'react'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '#client/app/api.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useKeys, useWorkshops } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { KeyView } from '#shared/protocol/keys.ts'
import styles from './AccessKeys.module.css'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import form from './form.module.css'

/** The keys with which programs come in as this account. */
export function AccessKeys() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const keys = useKeys()
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <p className={form.lead}>
        {t('account.keys.text')}{' '}
        <a href={addressOf('interfaceDescription')} target="_blank" rel="noreferrer">
          {t('account.keys.description')}
        </a>
      </p>
      {keys.isPending ? <Spinner label={t('common.loading')} /> : null}
      {keys.isError ? <Banner tone="danger">{errorText(keys.error)}</Banner> : null}
      {keys.data?.length === 0 ? <p className={form.quiet}>{t('account.keys.none')}</p> : null}
      {keys.data && keys.data.length > 0 ? (
        <ul className={styles.keys} aria-label={t('account.keys.title')}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} accessKey={key} />
          ))}
        </ul>
      ) : null}
      <Button icon={<KeyRound aria-hidden="true" />} onClick={() => setMaking(true)}>
        {t('account.keys.make')}
      </Button>
      {isMaking ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
    </>
  )
}

function KeyRow({ accessKey: { id, name, scopes, workshopId, expiresAt } }: { accessKey: KeyView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const day = useDay()
  const workshops = useWorkshops()
  const revoke = useChange('revokeKey')
  const [isAsking, setAsking] = useState(false)
  const [openedAt] = useState(() => Date.now())
  const where = workshopId
    ? (workshops.data?.find((one) => one.id === workshopId)?.title ?? t('account.keys.oneWorkshop'))
    : t('account.keys.allWorkshops')
  // The row goes with the key, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void revoke
      .mutateAsync({ path: { keyId: id } })
      .then(() => toasts.show({ text: t('account.keys.revoked', { name }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(() => setAsking(false))
  return (
    <li className={styles.key}>
      <div>
        <strong>{name}</strong>
        <p className={form.quiet}>{scopes.map((scope) => t(`account.keys.scope.${scope}`)).join(' · ')}</p>
        <p className={form.quiet}>
          {where},{' '}
          {t(expiresAt > openedAt ? 'account.keys.until' : 'account.keys.expired', { day: day(expiresAt) })}
        </p>
      </div>
      <Button
        variant="quiet"
        aria-label={t('account.keys.revokeNamed', { name })}
        onClick={() => setAsking(true)}
      >
        {t('account.keys.revoke')}
      </Button>
      <ConfirmDialog
        title={t('account.keys.revokeTitle', { name })}
        open={isAsking}
        confirm={t('account.keys.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        {t('account.keys.revokeText')}
      </ConfirmDialog>
    </li>
  )
}
