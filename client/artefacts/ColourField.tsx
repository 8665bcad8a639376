import { useId } from 'react'
import { noteColours } from '#shared/artefacts/field.ts'
import styles from './fields.module.css'
import { useKindTexts } from './kind-texts.ts'

interface ColourFieldProps {
  label: string
  value: string
  disabled: boolean
  onChange: (colour: string) => void
}

/** Colours with their names: nobody has to tell them apart by sight. */
export function ColourField({ label, value, disabled, onChange }: ColourFieldProps) {
  const texts = useKindTexts()
  const name = useId()
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {noteColours.map((colour) => (
          <label key={colour} className={styles.colour} data-colour={colour}>
            <input type="radio" name={name} checked={value === colour} onChange={() => onChange(colour)} />
            {texts.option('note', 'colour', colour)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
