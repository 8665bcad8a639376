import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import styles from './form.module.css'
import { NewPasswordField } from './NewPasswordField.tsx'

interface NewAccount {
  name: string
  email: string
  password: string
}

interface NewAccountFormProps {
  submit: string
  busy: boolean
  error: unknown
  onSubmit: (account: NewAccount) => void
}

/** What an account needs: a name, an address to log in with, a password. */
export function NewAccountForm({ submit: label, busy, error, onSubmit }: NewAccountFormProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const charsMissing = limits.minPasswordChars - password.length
  const complete = Boolean(name.trim()) && looksLikeEmail(email) && charsMissing <= 0

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!complete || busy) return
    onSubmit({ name: name.trim(), email: email.trim(), password })
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('account.name')}
        autoComplete="name"
        required
        maxLength={limits.maxNameChars}
        value={name}
        onChange={setName}
        error={asked && !name.trim() ? t('account.nameMissing') : null}
      />
      <TextField
        label={t('account.email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={email}
        onChange={setEmail}
        error={asked && !looksLikeEmail(email) ? t('account.emailInvalid') : null}
      />
      <NewPasswordField
        label={t('account.password')}
        value={password}
        onChange={setPassword}
        missing={asked ? charsMissing : 0}
      />
      {error ? <Banner tone="danger">{errorText(error)}</Banner> : null}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}

/** Only against slips of the finger; the server judges. */
function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}
