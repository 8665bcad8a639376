import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldTexts } from './Field.tsx'
import styles from './field.module.css'

export interface TextFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string
  onChange: (value: string) => void
  /** Stands behind the input in the same row, e.g. a button that shows the password. */
  after?: ReactNode
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onChange, id, className, after, type = 'text', ...rest } = props
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <div className={styles.wrap}>
          <input
            {...rest}
            data-autofocus={rest.autoFocus || undefined}
            id={control.id}
            type={type}
            className={classes(styles.control, className)}
            value={value}
            aria-describedby={control.describedBy}
            aria-invalid={control.invalid || undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {after}
        </div>
      )}
    </Field>
  )
}
