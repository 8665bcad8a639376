import type { ComponentProps, ReactNode } from 'react'
import buttonStyles from './Button.module.css'
import { classes } from './classes.ts'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What the button does; read out, and shown as a tooltip. */
  label: string
  icon: ReactNode
  /** For switches: whether it is on. */
  pressed?: boolean
}

/** A button without a word, for places where the row of buttons would not fit otherwise. */
export function IconButton({ label, icon, pressed, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      aria-pressed={pressed}
      className={classes(
        buttonStyles.button,
        buttonStyles.quiet,
        buttonStyles.iconOnly,
        pressed && buttonStyles.pressed,
        className,
      )}
    >
      {icon}
    </button>
  )
}
