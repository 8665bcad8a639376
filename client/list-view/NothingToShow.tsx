import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'

interface NothingToShowProps {
  filtering: boolean
  mayWrite: boolean
  onShowAll: () => void
}

/** Why the list is empty, and the way on. */
export function NothingToShow({ filtering, mayWrite, onShowAll }: NothingToShowProps) {
  const { t } = useTranslation()
  if (filtering) {
    return (
      <EmptyState
        title={t('list.empty.noneFoundTitle')}
        action={<Button onClick={onShowAll}>{t('list.empty.showAll')}</Button>}
      >
        {t('list.empty.noneFound')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('list.empty.title')}>
      {t(mayWrite ? 'list.empty.text' : 'list.empty.readOnly')}
    </EmptyState>
  )
}
