import { useTranslation } from 'react-i18next'
import styles from './SkipLink.module.css'

/** The first thing the keyboard meets on a view: past everything that stands on each of them. */
export function SkipLink({ to }: { to: string }) {
  const { t } = useTranslation()
  return (
    <a className={styles.skip} href={`#${to}`}>
      {t('common.skipToContent')}
    </a>
  )
}
