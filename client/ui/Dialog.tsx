import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Announcer } from './Announcer.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { Said } from './Said.tsx'

interface DialogProps {
  title: string
  open: boolean
  /** Escape and the cross ask for it; nothing closes by itself, not even by a click beside it (text would be lost). */
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

/** A question or a form in front of the view. Contents are mounted only while it is open. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ title, onClose, children, actions, size = 'medium' }: Omit<DialogProps, 'open'>) {
  const { t } = useTranslation()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // The element itself keeps the focus inside and gives it back to where it was. It begins at its first button, which
  // is the cross; React's `autoFocus` came too early, while nothing of the dialog was rendered.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => dialog.close()
  }, [])

  return (
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // What stands around it would close as well, and with it what was written here
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          <Said>{title}</Said>
        </h2>
        <IconButton label={t('common.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      <Announcer />
    </dialog>
  )
}
