import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldTexts } from './Field.tsx'
import styles from './field.module.css'

interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value: string
  onChange: (value: string) => void
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, value, onChange, id, className, ...rest } = props
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <textarea
          {...rest}
          data-autofocus={rest.autoFocus || undefined}
          id={control.id}
          className={classes(styles.control, className)}
          value={value}
          aria-describedby={control.describedBy}
          aria-invalid={control.invalid || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
