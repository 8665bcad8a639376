// In front of it: whoever has just started the server and copied the link out of the terminal, curious and proud.
// Five minutes and good patience, but the next step (a first workshop) must follow by itself.
import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import styles from './form.module.css'
import { NewAccountForm } from './NewAccountForm.tsx'

export function SetUpPage() {
  const { t } = useTranslation()
  const token = useFragmentSecret()
  const session = useSession()
  const setUp = useEntrance('setUp')
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
          <NewAccountForm
            submit={t('account.setUp.submit')}
            busy={setUp.isPending}
            error={setUp.error}
            onSubmit={(account) => setUp.mutate({ body: { token, ...account } })}
          />
        </>
      ) : (
        <Banner tone="attention">{t('account.setUp.noToken')}</Banner>
      )}
    </div>
  )
}
