// In front of it: anybody, in the middle of something, while the software has failed them.
// Wants to know first whether the work is safe, then what to press.
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from './ErrorBoundary.module.css'

/** Catches what a view throws, so that one broken view is a sentence and not a white page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenView /> : this.props.children
  }
}

function BrokenView() {
  const { t } = useTranslation()
  return (
    <main className={styles.broken} role="alert">
      <h1>{t('start.broken.title')}</h1>
      <p>{t('start.broken.safe')}</p>
      <p>{t('start.broken.what')}</p>
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
        <Button onClick={() => location.assign('/')}>{t('start.toStart')}</Button>
      </div>
    </main>
  )
}
