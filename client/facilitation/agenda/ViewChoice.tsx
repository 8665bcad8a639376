import { Button } from '#client/ui/Button.tsx'
import styles from './agenda.module.css'

interface ViewChoiceProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
}

/** One of two views, as buttons that say which is shown. */
export function ViewChoice<Value extends string>({
  label,
  value,
  onChange,
  options,
}: ViewChoiceProps<Value>) {
  return (
    <div className={styles.tabs} role="group" aria-label={label}>
      {options.map((option) => (
        <Button
          key={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  )
}
