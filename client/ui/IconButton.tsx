import type { ComponentProps, ReactNode } from 'react'
import buttonStyles from './Button.module.css'
import { classes } from './classes.ts'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What the button does; read out, and shown as a tooltip. */
  label: string
  icon: ReactNode
  /** For switches: whether it is on. */
  pressed?: boolean
}

/**
 * A button without a word, for places where the row of buttons would not fit otherwise. The tooltip is the name: beside
 * an `aria-label` of the same words it would be read out a second time, as the description.
 */
export function IconButton(props: IconButtonProps) {
  const { label, icon, pressed, className, type = 'button', title = label, ...rest } = props
  return (
    <button
      {...rest}
      type={type}
      title={title}
      aria-label={title === label ? undefined : label}
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
