import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { CircleAlert, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import { Said } from './Said.tsx'
import styles from './Toast.module.css'
import { toasts, type ShownToast } from './toasts.ts'
import { toastSlot } from './toast-slot.ts'
import { useFreeBand } from './use-free-band.ts'

export { toasts } from './toasts.ts'

/**
 * Where toasts appear and are read out; mounted once, by the app. They lie on nothing that can be pressed: an open dialog
 * has them at its end, a view with a slot between its bars, and on all others they keep to where no control is.
 */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.snapshot)
  const dialog = useOpenDialog(shown)
  const slot = useStore(toastSlot, ({ element }) => element)
  const home = dialog ?? slot
  const ref = useRef<HTMLDivElement>(null)
  const top = useFreeBand(ref, shown, home === null && shown.length > 0)
  const region = (
    <div
      ref={ref}
      className={classes(styles.region, home === null ? styles.floating : styles.inFlow)}
      style={top === null ? undefined : { insetBlockStart: top }}
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
  return home ? createPortal(region, home) : region
}

/** While a dialog is open, nothing outside it can be seen whole, pressed or heard; messages then belong into it. */
function useOpenDialog(shown: readonly ShownToast[]): HTMLDialogElement | null {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useEffect(() => {
    if (shown.length > 0)
      setDialog([...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1) ?? null)
  }, [shown])
  useEffect(() => {
    const leave = () => setDialog(null)
    // Most messages come when a dialog did its work and is just going.
    if (dialog && !dialog.open) leave()
    dialog?.addEventListener('close', leave)
    return () => dialog?.removeEventListener('close', leave)
  }, [dialog])
  return dialog
}

function Toast({ toast }: { toast: ShownToast }) {
  const { t } = useTranslation()
  const { action } = toast
  return (
    // A press of the mouse leaves the focus where somebody works; the message is about to go, and the focus with it.
    <div className={styles.toast} onMouseDown={(event) => event.preventDefault()}>
      {toast.tone === 'danger' ? <CircleAlert aria-hidden="true" /> : null}
      {toast.tone === 'attention' ? <TriangleAlert aria-hidden="true" /> : null}
      <span className={styles.text}>
        <Said>{toast.text}</Said>
      </span>
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
        label={t('common.dismissMessage')}
        icon={<X aria-hidden="true" />}
        onClick={() => toasts.dismiss(toast.id)}
      />
    </div>
  )
}
