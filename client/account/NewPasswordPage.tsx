// In front of it: a moderator who has forgotten the password and got a link from whoever runs the server, perhaps
// minutes before a meeting. One field, one button.
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useEntrance } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { limits } from '#shared/base/limits.ts'
import styles from './form.module.css'
import { NewPasswordField } from './NewPasswordField.tsx'

export function NewPasswordPage() {
  const { t } = useTranslation()
  const token = useFragmentSecret()
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('account.reset.title')} />
      {token ? (
        <>
          <p className={styles.lead}>{t('account.reset.text')}</p>
          <NewPasswordForm token={token} />
        </>
      ) : (
        <Banner tone="attention">{t('account.reset.noToken')}</Banner>
      )}
    </div>
  )
}

function NewPasswordForm({ token }: { token: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const reset = useEntrance('resetPassword')
  const [next, setNext] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = limits.minPasswordChars - next.length

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (missing > 0 || reset.isPending) return
    reset.mutate({ body: { token, next } })
  }
  if (reset.isSuccess) return <Navigate to={paths.workshops} replace />
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <NewPasswordField
        label={t('account.page.next')}
        value={next}
        onChange={setNext}
        missing={asked ? missing : 0}
      />
      {reset.error ? <Banner tone="danger">{errorText(reset.error)}</Banner> : null}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={reset.isPending}>
          {t('account.reset.submit')}
        </Button>
      </div>
    </form>
  )
}
