import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import styles from './CodeForm.module.css'

interface CodeFormProps {
  onCode: (code: string) => void
  primary?: boolean
  /** A code that was tried already, to be mended where it stands, and what was wrong with it. */
  refused?: { code: string; reason: string }
}

/** The short code read out aloud or seen on the screen. The server forgives case, spaces and hyphens. */
export function CodeForm({ onCode, primary = true, refused }: CodeFormProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState(refused?.code ?? '')
  const [asked, setAsked] = useState(false)
  const typed = code.trim()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (typed && typed !== refused?.code) onCode(typed)
  }
  const missing = asked && !typed ? t('start.codeMissing') : null
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('start.code')}
        hint={t('start.codeHint')}
        className={styles.code}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        value={code}
        onChange={setCode}
        error={typed && typed === refused?.code ? refused.reason : missing}
      />
      <Button type="submit" variant={primary ? 'primary' : 'secondary'} className={styles.submit}>
        {t('start.join')}
      </Button>
    </form>
  )
}
