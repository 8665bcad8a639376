// In front of it: somebody who opened a link in a mail, in whatever browser, logged in or not. One question, one button;
// programs that look into mails open links as well, so that nothing may happen by itself.
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useFragmentSecret } from '#client/app/fragment-secret.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { FollowedReminder } from '#shared/protocol/subscriptions.ts'
import styles from './form.module.css'

export function ReminderLinkPage() {
  const { t } = useTranslation()
  const token = useFragmentSecret()
  return (
    <div className={styles.narrow}>
      <PageHeading title={t('own.link.title')} />
      {token ? (
        <Question key={token} token={token} />
      ) : (
        <Banner tone="attention">{t('own.link.noToken')}</Banner>
      )}
    </div>
  )
}

function Question({ token }: { token: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const follow = useMutation({
    mutationFn: () => call<FollowedReminder>('followReminderLink', { body: { token } }),
  })
  if (follow.data) {
    const { did, workshopTitle } = follow.data
    return <p role="status">{t(`own.link.${did}`, { workshop: workshopTitle })}</p>
  }
  const act = token.startsWith('begin') ? 'begin' : 'end'
  return (
    <>
      <p>{t(`own.link.${act}`)}</p>
      {follow.error ? <Banner tone="attention">{errorText(follow.error)}</Banner> : null}
      <div>
        <Button variant="primary" busy={follow.isPending} onClick={() => follow.mutate()}>
          {t(`own.link.${act}Do`)}
        </Button>
      </div>
    </>
  )
}
