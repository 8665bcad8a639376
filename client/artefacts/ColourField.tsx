import { useId } from 'react'
import { noteColours } from '#shared/kinds/field.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import styles from './fields.module.css'
import { useKindTexts } from '../kinds/kind-texts.ts'

interface ColourFieldProps {
  kind: ArtefactKind
  field: string
  label: string
  value: string
  disabled: boolean
  onChange: (colour: string) => void
}

/** Colours with their names: nobody has to tell them apart by sight. */
export function ColourField({ kind, field, label, value, disabled, onChange }: ColourFieldProps) {
  const texts = useKindTexts()
  const name = useId()
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {noteColours.map((colour) => (
          <label key={colour} className={styles.colour} data-colour={colour}>
            <input type="radio" name={name} checked={value === colour} onChange={() => onChange(colour)} />
            {texts.option(kind, field, colour)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
