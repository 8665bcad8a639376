import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from './ListView.module.css'

interface ChosenCardsProps {
  count: number
  onMove: () => void
  onRemove: () => void
  onDrop: () => void
}

/** What can be done with the cards that are chosen. */
export function ChosenCards({ count, onMove, onRemove, onDrop }: ChosenCardsProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.chosen} role="group" aria-label={t('list.chosen.label')}>
      <span>{t('list.chosen.count', { count })}</span>
      <Button variant="primary" onClick={onMove}>
        {t('list.row.moveTo')}
      </Button>
      <Button onClick={onRemove}>{t('board.removed.go')}</Button>
      <Button onClick={onDrop}>{t('list.chosen.drop')}</Button>
    </div>
  )
}
