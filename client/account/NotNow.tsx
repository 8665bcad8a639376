import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'

/** Nobody said that a link or code is wrong; the server did not answer, or is busy. What was brought along still counts. */
export function NotNow({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  return (
    <>
      <PageHeading title={t('account.notNow')} />
      <Banner tone="attention" action={<Button onClick={onRetry}>{t('common.retry')}</Button>}>
        {errorText(error)}
      </Banner>
    </>
  )
}
