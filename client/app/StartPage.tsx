// In front of it: a participant with a short code two minutes before ten, or a moderator on the way to the workshops.
// Few seconds, one decision.
import { useTranslation } from 'react-i18next'
import { PageHeading } from './PageHeading.tsx'

export function StartPage() {
  const { t } = useTranslation()
  return <PageHeading title={t('start.title')} />
}
