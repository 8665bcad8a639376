import { useId, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import styles from './dialogs.module.css'

interface RetypeDialogProps {
  title: string
  /** What goes, and what does not come back. */
  children: ReactNode
  label: string
  /** What has to be typed. */
  expected: string
  differs: string
  busy: boolean
  error: Error | null
  onConfirm: (typed: string) => void
  onClose: () => void
}

/** Asks twice before something goes that nothing brings back: says what goes, and wants its name typed. */
export function RetypeDialog(props: RetypeDialogProps) {
  const { title, children, label, expected, differs, busy, error, onConfirm, onClose } = props
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const isSame = typed.trim() === expected.trim()

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (isSame && !busy) onConfirm(typed.trim())
  }

  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="danger" busy={busy}>
            {t('workshop.overview.deleteConfirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={submit}>
        {children}
        <TextField
          label={label}
          maxLength={limits.maxTitleChars}
          value={typed}
          onChange={setTyped}
          error={asked && !isSame ? differs : null}
        />
        {error ? <Banner tone="danger">{errorText(error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
