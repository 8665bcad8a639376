import { useState, type SubmitEvent } from 'react'
import { Mail } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useSession } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { ReminderView } from '#shared/protocol/subscriptions.ts'
import styles from './OwnPage.module.css'

interface OwnReminderProps {
  workshopId: WorkshopId
  reminder: ReminderView
  hour: number
}

/** A daily mail: asked for here, confirmed in the mailbox, ended here or by its link. */
export function OwnReminder({ workshopId, reminder, hour }: OwnReminderProps) {
  const { t } = useTranslation()
  const { state, email } = reminder
  return (
    <article className={styles.subscription}>
      <h3>{t('own.mail.title')}</h3>
      <p>{t('own.mail.text', { hour })}</p>
      {state === 'off' ? (
        <AskForm workshopId={workshopId} />
      ) : (
        <Running workshopId={workshopId} state={state} email={email ?? ''} />
      )}
    </article>
  )
}

function AskForm({ workshopId }: { workshopId: WorkshopId }) {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  const account = useSession().data?.account
  const ask = useChange<ReminderView>('askReminder')
  const [typed, setTyped] = useState<string | null>(null)
  const [isIncomplete, setIncomplete] = useState(false)
  const email = (typed ?? account?.email ?? '').trim()

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const isWrong = !/^\S+@\S+\.\S+$/.test(email)
    setIncomplete(isWrong)
    if (isWrong) return focusFirstError(event.currentTarget)
    const language = i18n.language.startsWith('en') ? 'en' : 'de'
    ask.mutate({ path: { workshopId }, body: { email, language } })
  }
  return (
    <form className={styles.subscription} noValidate onSubmit={submit}>
      <TextField
        label={t('own.mail.email')}
        hint={t('own.mail.emailHint')}
        type="email"
        autoComplete="email"
        value={typed ?? account?.email ?? ''}
        onChange={setTyped}
        error={isIncomplete ? t('own.mail.emailMissing') : undefined}
      />
      {ask.error ? <Banner tone="danger">{errorText(ask.error)}</Banner> : null}
      <div>
        <Button type="submit" icon={<Mail aria-hidden="true" />} busy={ask.isPending}>
          {t('own.mail.ask')}
        </Button>
      </div>
    </form>
  )
}

interface RunningProps {
  workshopId: WorkshopId
  state: 'asked' | 'on'
  email: string
}

function Running({ workshopId, state, email }: RunningProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const end = useChange('endReminder')
  const stop = () =>
    end.mutate({ path: { workshopId } }, { onSuccess: () => toasts.show({ text: t('own.mail.ended') }) })
  return (
    <>
      <p role="status">{t(state === 'on' ? 'own.mail.on' : 'own.mail.asked', { email })}</p>
      {end.error ? <Banner tone="danger">{errorText(end.error)}</Banner> : null}
      <div>
        <Button busy={end.isPending} onClick={stop}>
          {t(state === 'on' ? 'own.mail.end' : 'own.mail.cancel')}
        </Button>
      </div>
    </>
  )
}
