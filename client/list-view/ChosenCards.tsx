import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from './ListView.module.css'

interface ChosenCardsProps {
  count: number
  /** What laying them together does; null where it would do nothing. */
  together: { merges: boolean } | null
  onCluster: () => void
  onMove: () => void
  onLink: () => void
  onRemove: () => void
  onDrop: () => void
}

/** What can be done with the cards that are chosen. */
export function ChosenCards(props: ChosenCardsProps) {
  const { count, together, onCluster, onMove, onLink, onRemove, onDrop } = props
  const { t } = useTranslation()
  return (
    <div className={styles.chosen} role="group" aria-label={t('list.chosen.label')}>
      <span>{t('list.chosen.count', { count })}</span>
      <Button variant="primary" onClick={onMove}>
        {t('list.row.moveTo')}
      </Button>
      {together ? (
        <Button onClick={onCluster}>
          {t(together.merges ? 'artefacts.clusters.mergeClusters' : 'artefacts.clusters.together')}
        </Button>
      ) : null}
      <Button onClick={onLink}>{t('artefacts.evidence.add')}</Button>
      <Button onClick={onRemove}>{t('board.removed.go')}</Button>
      <Button onClick={onDrop}>{t('list.chosen.drop')}</Button>
    </div>
  )
}
