import { useId, type ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import styles from './field.module.css'
import { Said } from './Said.tsx'

/** What every input component takes besides the attributes of its element. */
export interface FieldTexts {
  label: string
  /** Stays visible below the label; say what is expected, not what the label says already. */
  hint?: ReactNode
  /** Replaces nothing, comes on top: what is wrong and how to mend it. */
  error?: string | null | undefined
}

interface FieldProps extends FieldTexts {
  id?: string | undefined
  children: (control: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode
}

/** Label, hint and error around one control, tied together for screen readers. */
export function Field({ label, hint, error, id, children }: FieldProps) {
  const ownId = useId()
  const controlId = id ?? ownId
  const hintId = hint ? `${controlId}-hint` : undefined
  const errorId = error ? `${controlId}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={controlId}>
        <Said>{label}</Said>
      </label>
      {hint ? (
        <div className={styles.hint} id={hintId}>
          {hint}
        </div>
      ) : null}
      {children({ id: controlId, describedBy, invalid: Boolean(error) })}
      {error ? (
        <div className={styles.error} id={errorId} role="alert">
          <CircleAlert aria-hidden="true" />
          {error}
        </div>
      ) : null}
    </div>
  )
}
