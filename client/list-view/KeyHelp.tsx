import { useTranslation } from 'react-i18next'
import styles from './footnote.module.css'

/** The list's keys, for whoever wants them; hidden where there is no keyboard. */
export function KeyHelp() {
  const { t } = useTranslation()
  const keys = [
    [t('list.keys.names.arrowsUpDown'), t('list.keys.move')],
    [t('list.keys.names.arrowsLeftRight'), t('list.keys.fold')],
    [t('list.keys.names.enter'), t('list.keys.open')],
    ['F2', t('list.keys.edit')],
    ['K', t('list.keys.comment')],
    ['N', t('list.keys.create')],
    [t('list.keys.names.alt'), t('list.keys.order')],
    ['V', t('list.keys.moveTo')],
    ['B', t('list.keys.link')],
    [t('list.keys.names.space'), t('list.keys.choose')],
    [t('list.keys.names.duplicate'), t('list.keys.duplicate')],
    [t('list.keys.names.delete'), t('list.keys.remove')],
    [t('list.keys.names.menu'), t('list.keys.menu')],
    [t('list.keys.names.undo'), t('list.keys.undo')],
  ]
  return (
    <details className={styles.footnote} data-keys>
      <summary>{t('list.keys.title')}</summary>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
