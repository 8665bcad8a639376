import { useId } from 'react'
import { CircleAlert } from 'lucide-react'
import styles from './choices.module.css'
import field from './field.module.css'
import { Said } from './Said.tsx'

interface ChecksFieldProps<Value extends string> {
  legend: string
  /** All there are, in the order in which they are shown and kept. */
  all: readonly Value[]
  chosen: readonly Value[]
  labelOf: (value: Value) => string
  onChange: (chosen: readonly Value[]) => void
  /** What is missing; the choices are marked as wrong then, so that a form goes there. */
  error?: string | null
}

/** Any number of a few things, each with a box to tick. */
export function ChecksField<Value extends string>(props: ChecksFieldProps<Value>) {
  const { legend, all, chosen, labelOf, onChange, error = null } = props
  const errorId = useId()
  const tick = (value: Value, isTicked: boolean) =>
    onChange(all.filter((one) => (one === value ? isTicked : chosen.includes(one))))
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {all.map((value) => (
        <label key={value} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            aria-invalid={error !== null || undefined}
            aria-describedby={error === null ? undefined : errorId}
            onChange={({ target }) => tick(value, target.checked)}
          />
          <Said>{labelOf(value)}</Said>
        </label>
      ))}
      {error === null ? null : (
        <div className={field.error} id={errorId} role="alert">
          <CircleAlert aria-hidden="true" />
          {error}
        </div>
      )}
    </fieldset>
  )
}
