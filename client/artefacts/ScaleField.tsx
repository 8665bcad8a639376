import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'

interface ScaleFieldProps {
  label: string
  hint: string
  spec: { min: number; max: number }
  value: number | null
  disabled: boolean
  onChange: (value: number | null) => void
}

/** A short scale of whole numbers, with the honest possibility of not knowing. */
export function ScaleField({ label, hint, spec, value, disabled, onChange }: ScaleFieldProps) {
  const { t } = useTranslation()
  const name = useId()
  const steps = Array.from({ length: spec.max - spec.min + 1 }, (_, index) => spec.min + index)
  const radio = (step: number | null, text: string) => (
    <label key={text} className={styles.step}>
      <input type="radio" name={name} checked={value === step} onChange={() => onChange(step)} />
      {text}
    </label>
  )
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
        {steps.map((step) => radio(step, String(step).replace('-', '−')))}
        {radio(null, t('artefacts.editor.notSet'))}
      </div>
    </fieldset>
  )
}
