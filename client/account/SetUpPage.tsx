// In front of it: whoever has just started the server and copied the link out of the terminal, curious and proud.
// Five minutes and good patience, but the next step (a first workshop) must follow by itself.
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import styles from './form.module.css'
import { PasswordField } from './PasswordField.tsx'

export function SetUpPage() {
  const { t } = useTranslation()
  const token = useFragmentSecret()
  const session = useSession()
  if (session.data?.account) {
    // The first account has nothing yet; the next step opens by itself.
    return <Navigate to={paths.workshops} replace state={{ create: session.data.workshops.length === 0 }} />
  }
  const alreadyDone = session.data?.setUpNeeded === false
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('account.setUp.title')} />
      {alreadyDone ? (
        <Banner
          tone="info"
          action={
            <Link className={buttonClass('primary')} to={paths.logIn}>
              {t('start.logIn')}
            </Link>
          }
        >
          {t('account.setUp.done')}
        </Banner>
      ) : token ? (
        <>
          <p className={styles.lead}>{t('account.setUp.text')}</p>
          <SetUpForm token={token} />
        </>
      ) : (
        <Banner tone="attention">{t('account.setUp.noToken')}</Banner>
      )}
    </div>
  )
}

function SetUpForm({ token }: { token: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const setUp = useEntrance('setUp')
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
    if (!complete || setUp.isPending) return
    setUp.mutate({ body: { token, name: name.trim(), email: email.trim(), password } })
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
      <PasswordField
        label={t('account.password')}
        hint={t('account.passwordHint', { min: limits.minPasswordChars })}
        autoComplete="new-password"
        required
        maxLength={limits.maxPasswordChars}
        value={password}
        onChange={setPassword}
        error={asked && charsMissing > 0 ? t('account.passwordTooShort', { count: charsMissing }) : null}
      />
      {setUp.error ? <Banner tone="danger">{errorText(setUp.error)}</Banner> : null}
      <div className={styles.submit}>
        <Button type="submit" variant="primary" busy={setUp.isPending}>
          {t('account.setUp.submit')}
        </Button>
      </div>
    </form>
  )
}

/** Only against slips of the finger; the server judges. */
function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}
