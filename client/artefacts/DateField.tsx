import { useState } from 'react'
import { TextField, type TextFieldProps } from '#client/ui/TextField.tsx'
import { day } from './field-values.ts'

interface DateFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'type'> {
  /** YYYY-MM-DD; null while unknown. */
  value: string | null
  onChange: (value: string | null) => void
}

/** A day. While its year is typed, browsers tell of the years 2, 20 and 202, which are nobody's business. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    const isMeant = text === '' || day(text) !== null
    setTyped(isMeant ? null : text)
    if (isMeant) onChange(day(text))
  }
  return (
    <TextField
      {...rest}
      type="date"
      min="1900-01-01"
      value={typed ?? value ?? ''}
      onChange={type}
      onBlur={() => setTyped(null)}
    />
  )
}
