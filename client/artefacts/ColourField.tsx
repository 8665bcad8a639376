import { useId } from 'react'
import type { SelectOption } from '#client/ui/Select.tsx'
import styles from './fields.module.css'

interface ColourFieldProps {
  label: string
  hint: string
  value: string
  options: readonly SelectOption<string>[]
  disabled: boolean
  onChange: (colour: string) => void
}

/** Colours with their names: nobody has to tell them apart by sight. */
export function ColourField({ label, hint, value, options, disabled, onChange }: ColourFieldProps) {
  const name = useId()
  return (
    <fieldset
      className={styles.group}
      disabled={disabled}
      aria-describedby={hint ? `${name}-hint` : undefined}
    >
      <legend className={styles.legend}>{label}</legend>
      {hint ? (
        <p className={styles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className={styles.choices}>
        {options.map((colour) => (
          <label key={colour.value} className={styles.colour} data-colour={colour.value}>
            <input
              type="radio"
              name={name}
              checked={value === colour.value}
              onChange={() => onChange(colour.value)}
            />
            {colour.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
