import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { SpinnerMark } from './Spinner.tsx'
import { classes } from './classes.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  /** Stands before the word, e.g. `<Plus aria-hidden />`; never instead of it (see `IconButton`). */
  icon?: ReactNode
  /** Something is on its way: a second press does nothing, the focus stays. */
  busy?: boolean
}

/** One action, named by a verb. At most one `primary` per view. */
export function Button({ variant = 'secondary', icon, busy = false, className, ...rest }: ButtonProps) {
  const { children, onClick, type = 'button', ...props } = rest
  return (
    <button
      {...props}
      type={busy ? 'button' : type}
      className={buttonClass(variant, className)}
      aria-disabled={busy || props['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <SpinnerMark /> : icon}
      {children}
    </button>
  )
}

/** For links that look like buttons. */
export function buttonClass(variant: ButtonVariant = 'secondary', className?: string): string {
  return classes(styles.button, styles[variant], className)
}
