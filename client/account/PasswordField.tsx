import { useState } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextField, type TextFieldProps } from '#client/ui/TextField.tsx'

/** A password that can be looked at; nobody types twelve characters blind on a phone. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after'>) {
  const { t } = useTranslation()
  const [visible, setVisible] = useState(false)
  const Icon = visible ? EyeOff : Eye
  return (
    <TextField
      {...props}
      type={visible ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      after={
        <IconButton
          label={visible ? t('account.hidePassword') : t('account.showPassword')}
          icon={<Icon aria-hidden="true" />}
          onClick={() => setVisible(!visible)}
        />
      }
    />
  )
}
