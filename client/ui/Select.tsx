import type { ComponentProps } from 'react'
import { ChevronDown } from 'lucide-react'
import { classes } from './classes.ts'
import { Field, type FieldTexts } from './Field.tsx'
import styles from './field.module.css'
import { languageOf, plainly } from './named.ts'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
}

/** Options under a heading. */
export interface SelectGroup<Value extends string> {
  heading: string
  options: readonly SelectOption<Value>[]
}

type SelectEntry<Value extends string> = SelectOption<Value> | SelectGroup<Value>

interface SelectProps<Value extends string>
  extends FieldTexts, Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  value: Value
  onChange: (value: Value) => void
  options: readonly SelectEntry<Value>[]
}

/** One of a few; the phone brings its own wheel. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, value, onChange, options, id, className, ...rest } = props
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      {(control) => (
        <div className={styles.wrap}>
          <select
            {...rest}
            id={control.id}
            className={classes(styles.control, styles.select, className)}
            value={value}
            aria-describedby={control.describedBy}
            aria-invalid={control.invalid || undefined}
            onChange={(event) => {
              const chosen = options.flatMap(optionsIn).find(({ value }) => value === event.target.value)
              if (chosen) onChange(chosen.value)
            }}
          >
            {options.map((entry) =>
              'options' in entry ? (
                <optgroup key={entry.heading} label={plainly(entry.heading)}>
                  {entry.options.map(optionElement)}
                </optgroup>
              ) : (
                optionElement(entry)
              ),
            )}
          </select>
          {rest.size ? null : <ChevronDown aria-hidden="true" className={styles.arrow} />}
        </div>
      )}
    </Field>
  )
}

const optionsIn = <Value extends string>(entry: SelectEntry<Value>): readonly SelectOption<Value>[] =>
  'options' in entry ? entry.options : [entry]

const optionElement = ({ value, label }: SelectOption<string>) => (
  <option key={value} value={value} lang={languageOf(label)}>
    {plainly(label)}
  </option>
)
