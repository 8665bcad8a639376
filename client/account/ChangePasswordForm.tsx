import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import styles from './form.module.css'
import { NewPasswordField } from './NewPasswordField.tsx'
import { PasswordField } from './PasswordField.tsx'

export function ChangePasswordForm({ email }: { email: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('changePassword')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = limits.minPasswordChars - next.length

  const clear = () => {
    setCurrent('')
    setNext('')
    setAsked(false)
    toasts.show({ text: t('account.page.changed') })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!current || missing > 0 || change.isPending) return
    change.mutate({ body: { current, next } }, { onSuccess: clear })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t('account.page.current')}
        autoComplete="current-password"
        required
        value={current}
        onChange={setCurrent}
        error={asked && !current ? t('account.passwordMissing') : null}
      />
      <NewPasswordField
        label={t('account.page.next')}
        value={next}
        onChange={setNext}
        missing={asked ? missing : 0}
      />
      {change.error ? <Banner tone="danger">{errorText(change.error)}</Banner> : null}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={change.isPending}>
          {t('account.page.change')}
        </Button>
      </div>
    </form>
  )
}
