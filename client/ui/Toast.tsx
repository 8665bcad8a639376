import { useEffect, useRef, useSyncExternalStore } from 'react'
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
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown.length > 0 && document.querySelector('dialog[open]')) raise(region.current)
  }, [shown])
  return (
    <div
      ref={region}
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

/** An open dialog lies above everything; what comes into the top layer after it lies above the dialog. */
function raise(region: HTMLElement | null): void {
  if (!region?.isConnected || !('showPopover' in region)) return
  if (region.popover === 'manual') region.hidePopover()
  region.popover = 'manual'
  region.showPopover()
}

function Toast({ toast }: { toast: ShownToast }) {
  const { t } = useTranslation()
  const { action } = toast
  return (
    // A press of the mouse leaves the focus where somebody works; the message is about to go, and the focus with it.
    <div className={styles.toast} onMouseDown={(event) => event.preventDefault()}>
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
