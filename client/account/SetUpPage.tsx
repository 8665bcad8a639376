// In front of it: whoever has just started the server and copied the link out of the terminal, curious and proud.
// Five minutes and good patience, but the next step (a first workshop) must follow by itself.
import { useId } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { mayWorkLater } from '#client/app/may-work-later.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { Problem } from '#shared/errors/problem.ts'
import styles from './form.module.css'
import { NewAccountForm } from './NewAccountForm.tsx'

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
        <FirstAccount key={token} token={token} />
      ) : (
        <Banner tone="attention">{t('account.setUp.noToken')}</Banner>
      )}
    </div>
  )
}

/** The form, once the server has said that the link counts. */
function FirstAccount({ token }: { token: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const link = useLinkChecked(token)
  const setUp = useEntrance('setUp')
  if (link.isPending) return <Spinner label={t('account.setUp.checking')} />
  if (link.isError) {
    const retry = <Button onClick={() => void link.refetch()}>{t('common.retry')}</Button>
    return (
      <Banner tone="attention" action={mayWorkLater(link.error) ? retry : undefined}>
        {errorText(isHalf(link.error) ? new Problem('setup_link_invalid') : link.error)}
      </Banner>
    )
  }
  return (
    <>
      <p className={styles.lead}>{t('account.setUp.text')}</p>
      <NewAccountForm
        submit={t('account.setUp.submit')}
        busy={setUp.isPending}
        error={setUp.error}
        onSubmit={(account) => setUp.mutate({ body: { token, ...account } })}
      />
    </>
  )
}

/** Half a link does not even look like one to the server. */
const isHalf = (error: Error) => error instanceof Problem && error.code === 'request_invalid'

/** The secret stays out of the cache's keys: they may show up in developer tools and error reports. */
function useLinkChecked(token: string) {
  const visit = useId()
  return useQuery({
    queryKey: ['setUpLink', visit],
    queryFn: async ({ signal }) => {
      await call('inspectSetUpLink', { body: { token }, signal })
      return true
    },
    staleTime: Infinity,
    gcTime: 0,
  })
}
