import { useId, type ReactNode } from 'react'
import styles from './votes.module.css'

interface CheckBoxProps {
  label: ReactNode
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Yes or no, with the words beside it as part of what one presses. */
export function CheckBox({ label, hint, checked, onChange }: CheckBoxProps) {
  const hintId = useId()
  return (
    <div className={styles.check}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
