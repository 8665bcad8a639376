import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { PasswordField } from './PasswordField.tsx'

interface NewPasswordFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Characters to be complained about; none before somebody tried to send. */
  missing: number
}

/** A password that is being chosen: says what makes a good one. */
export function NewPasswordField({ label, value, onChange, missing }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  return (
    <PasswordField
      label={label}
      hint={t('account.passwordHint', { min: limits.minPasswordChars })}
      autoComplete="new-password"
      required
      maxLength={limits.maxPasswordChars}
      value={value}
      onChange={onChange}
      error={missing > 0 ? t('account.passwordTooShort', { count: missing }) : null}
    />
  )
}
