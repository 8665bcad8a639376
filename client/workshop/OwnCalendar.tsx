import { useState } from 'react'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { calendarAddress, calendarLink } from '#client/app/paths.ts'
import { useChange, useOwnCalendar } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { CalendarAddress } from '#shared/protocol/subscriptions.ts'
import dialogs from './dialogs.module.css'
import styles from './OwnPage.module.css'

/** An address that somebody's calendar looks at; it is shown once, and can be taken back. */
export function OwnCalendar({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const day = useDay()
  const calendar = useOwnCalendar(workshopId).data
  const renew = useChange<CalendarAddress>('renewOwnCalendar')
  const end = useChange('endOwnCalendar')
  const [isAsked, setAsked] = useState(false)
  const path = { workshopId }
  const stop = () => end.mutate({ path }, { onSuccess: () => toasts.show({ text: t('own.calendar.ended') }) })
  const create = () => {
    setAsked(false)
    renew.mutate({ path })
  }
  if (!calendar) return null
  const { since } = calendar
  const error = renew.error ?? end.error
  return (
    <article className={styles.subscription}>
      <h3>{t('own.calendar.title')}</h3>
      <p>{t('own.calendar.text')}</p>
      {since === null ? null : <p>{t('own.calendar.since', { when: day(since) })}</p>}
      {error ? <Banner tone="danger">{errorText(error)}</Banner> : null}
      <div className={dialogs.tools}>
        <Button
          icon={<CalendarPlus aria-hidden="true" />}
          busy={renew.isPending}
          onClick={() => (since === null ? create() : setAsked(true))}
        >
          {t(since === null ? 'own.calendar.create' : 'own.calendar.renew')}
        </Button>
        {since === null ? null : (
          <Button variant="quiet" busy={end.isPending} onClick={stop}>
            {t('own.calendar.end')}
          </Button>
        )}
      </div>
      {isAsked ? (
        <ConfirmDialog
          title={t('own.calendar.renew')}
          open
          confirm={t('own.calendar.renew')}
          onConfirm={create}
          onClose={() => setAsked(false)}
        >
          {t('own.calendar.renewText')}
        </ConfirmDialog>
      ) : null}
      {renew.data ? <Address secret={renew.data.secret} onClose={() => renew.reset()} /> : null}
    </article>
  )
}

function Address({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('own.calendar.title')}
      open
      onClose={onClose}
      actions={
        <>
          <a className={buttonClass('secondary')} href={calendarLink(secret)}>
            {t('own.calendar.open')}
          </a>
          <Button variant="primary" onClick={onClose}>
            {t('workshop.invites.done')}
          </Button>
        </>
      }
    >
      <div className={dialogs.form}>
        <p>{t('own.calendar.addressText')}</p>
        <CopyField label={t('own.calendar.address')} value={calendarAddress(secret)} />
      </div>
    </Dialog>
  )
}
