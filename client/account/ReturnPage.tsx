// In front of it: a participant who came back by the saved link, perhaps on another device, the meeting already running.
// Wants to be in the room; should see this page for a blink only.
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { wayIn } from '#client/app/way-into.ts'
import { useEntrance } from '#client/app/queries.ts'
import { mayWorkLater } from '#client/app/may-work-later.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { Problem } from '#shared/errors/problem.ts'
import type { Admission } from '#shared/protocol/api.ts'
import styles from './form.module.css'
import { NotNow } from './NotNow.tsx'

export function ReturnPage() {
  const { t } = useTranslation()
  const token = useFragmentSecret()
  return (
    <div className={styles.narrow}>
      {token ? (
        <Returning key={token} token={token} />
      ) : (
        <>
          <PageHeading title={t('account.back.refusedTitle')} />
          <Refused reason={t('account.back.noToken')} />
        </>
      )}
    </div>
  )
}

function Returning({ token }: { token: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { mutate, data: admission, error } = useEntrance<Admission>('returnByLink')
  const ask = useCallback(() => mutate({ body: { token } }), [mutate, token])
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    ask()
  }, [ask])

  if (admission) return <Navigate to={wayIn(admission)} replace />
  if (error && mayWorkLater(error)) return <NotNow error={error} onRetry={ask} />
  return (
    <>
      <PageHeading title={error ? t('account.back.refusedTitle') : t('account.back.title')} />
      {error ? (
        <Refused reason={isHalf(error) ? t('account.back.noToken') : errorText(error)} />
      ) : (
        <Spinner label={t('account.back.checking')} />
      )}
    </>
  )
}

/** Half a link does not even look like one to the server. */
const isHalf = (error: Error) => error instanceof Problem && error.code === 'request_invalid'

function Refused({ reason }: { reason: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Banner tone="attention">{reason}</Banner>
      <div>
        <Link className={buttonClass('secondary')} to={paths.start}>
          {t('start.toStart')}
        </Link>
      </div>
    </>
  )
}
