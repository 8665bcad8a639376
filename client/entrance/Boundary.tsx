// In front of it: anybody, in the middle of something, while the software has failed them.
// Wants to know first whether the work is safe, then what to press.
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from './ErrorBoundary.module.css'

interface BoundaryState {
  broken: boolean
  address: string
}

/** Catches what a view throws, so that one broken view is a sentence and not a white page. */
export class Boundary extends Component<{ address: string; children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { broken: false, address: this.props.address }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  /** Another address is another try: what broke one view does not stay in front of the next. */
  static getDerivedStateFromProps({ address }: { address: string }, state: BoundaryState) {
    return address === state.address ? null : { broken: false, address }
  }

  override render() {
    return this.state.broken ? <BrokenView /> : this.props.children
  }
}

function BrokenView() {
  const { t } = useTranslation()
  return (
    <div className={styles.broken} role="alert">
      <h1>{t('start.broken.title')}</h1>
      <p>{t('start.broken.safe')}</p>
      <p>{t('start.broken.what')}</p>
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
        <Button onClick={() => location.assign('/')}>{t('start.toStart')}</Button>
      </div>
    </div>
  )
}
