// In front of it: a moderator who wants a better password, or one who came by invite and fears to lose the return
// link. Two quiet minutes; wants to know what changes elsewhere.
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useEntrance, useSession } from '#client/app/queries.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { AccessKeys } from './AccessKeys.tsx'
import { DeleteAccount } from './DeleteAccount.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { WebhooksPart } from './Webhooks.tsx'
import styles from './form.module.css'
import { mayGetAccount } from './may-get-account.ts'
import { NewAccountForm } from './NewAccountForm.tsx'

export function AccountPage() {
  const { t } = useTranslation()
  const session = useSession()
  if (!session.data) return <Spinner label={t('common.loading')} />
  const { account } = session.data
  if (account) return <OwnAccount {...account} />
  return mayGetAccount(session.data) ? (
    <GetAccount />
  ) : (
    <Navigate to={paths.logIn} replace state={{ from: paths.account }} />
  )
}

function OwnAccount({ name, email }: { name: string; email: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('account.page.title')} />
      <p className={styles.lead}>{t('account.page.whose', { name, email })}</p>
      <section className={styles.part} aria-labelledby="password">
        <h2 id="password" className={styles.subtitle}>
          {t('account.page.passwordTitle')}
        </h2>
        <p className={styles.lead}>{t('account.page.passwordText')}</p>
        <ChangePasswordForm email={email} />
      </section>
      <section className={styles.part} aria-labelledby="keys">
        <h2 id="keys" className={styles.subtitle}>
          {t('account.keys.title')}
        </h2>
        <AccessKeys />
      </section>
      <WebhooksPart />
      <section className={styles.part} aria-labelledby="delete">
        <h2 id="delete" className={styles.subtitle}>
          {t('account.page.delete')}
        </h2>
        <p className={styles.lead}>{t('account.page.deleteLead')}</p>
        <DeleteAccount />
      </section>
    </div>
  )
}

/** As soon as there is an account, the page shows it. */
function GetAccount() {
  const { t } = useTranslation()
  const add = useEntrance('addAccount')
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('account.page.getTitle')} />
      <p className={styles.lead}>{t('account.page.getText')}</p>
      <NewAccountForm
        submit={t('account.page.get')}
        busy={add.isPending}
        error={add.error}
        onSubmit={(body) => add.mutate({ body })}
      />
    </div>
  )
}
