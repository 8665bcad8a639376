// In front of it: a moderator, in the morning, password manager at hand; wants to be through in ten seconds.
// Participants land here by mistake and must learn in one sentence that they need no account.
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { wayInto } from '#client/app/way-into.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import styles from './form.module.css'
import { PasswordField } from './PasswordField.tsx'

export function LogInPage() {
  const { t } = useTranslation()
  const session = useSession()
  const target = useTarget(session.data?.workshops ?? [])
  if (session.data?.account) return <Navigate to={target} replace />
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('account.logIn.title')} />
      <p className={styles.lead}>{t('account.logIn.text')}</p>
      {session.data?.setUpNeeded ? <Banner tone="attention">{t('start.setUpNeeded')}</Banner> : null}
      <LogInForm />
    </div>
  )
}

/** The page moves on by itself as soon as the session has an account. */
function LogInForm() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const logIn = useEntrance('logIn')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!email.trim() || !password || logIn.isPending) return
    logIn.mutate({ body: { email: email.trim(), password } })
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('account.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={email}
        onChange={setEmail}
        error={asked && !email.trim() ? t('account.emailInvalid') : null}
      />
      <PasswordField
        label={t('account.password')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
        error={asked && !password ? t('account.passwordMissing') : null}
      />
      {logIn.error ? <Banner tone="danger">{errorText(logIn.error)}</Banner> : null}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={logIn.isPending}>
          {t('account.logIn.submit')}
        </Button>
        <p className={styles.quiet}>{t('account.logIn.forgotten')}</p>
      </div>
    </form>
  )
}

/**
 * Back to where somebody wanted to go when we asked them to log in; whoever manages a single workshop wants to know how it
 * stands.
 */
function useTarget(workshops: readonly WorkshopSummary[]): string {
  const state: unknown = useLocation().state
  const from = state && typeof state === 'object' && 'from' in state ? state.from : null
  if (typeof from === 'string' && from.startsWith('/')) return from
  const [only, ...others] = workshops.filter(({ archivedAt }) => archivedAt === null)
  return only?.role === 'manager' && others.length === 0 ? wayInto(only) : paths.workshops
}
