import { useSyncExternalStore } from 'react'
import { CircleAlert, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Toast.module.css'
import { toasts, type ShownToast } from './toasts.ts'

export { toasts, type ToastMessage } from './toasts.ts'

/** Where toasts appear and are read out. Mounted once, by the app. */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.snapshot)
  return (
    <div
      className={styles.region}
      role="status"
      aria-live="polite"
      onPointerEnter={toasts.hold}
      onPointerLeave={toasts.release}
      onFocus={toasts.hold}
      onBlur={toasts.release}
    >
      {shown.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function Toast({ toast }: { toast: ShownToast }) {
  const { t } = useTranslation()
  const { action } = toast
  return (
    <div className={styles.toast}>
      {toast.tone === 'danger' ? <CircleAlert aria-hidden="true" /> : null}
      {toast.tone === 'attention' ? <TriangleAlert aria-hidden="true" /> : null}
      <span className={styles.text}>{toast.text}</span>
      {action ? (
        <Button
          variant="quiet"
          className={styles.action}
          onClick={() => {
            toasts.dismiss(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton
        label={t('common.close')}
        icon={<X aria-hidden="true" />}
        onClick={() => toasts.dismiss(toast.id)}
      />
    </div>
  )
}
