import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useEntrance } from '#client/app/queries.ts'
import { forgetDevice } from '#client/session/replica-register.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { toasts } from '#client/ui/toasts.ts'
import styles from './form.module.css'
import { PasswordField } from './PasswordField.tsx'

/** The way to end one's account: says what goes and what stays, and wants the password. */
export function DeleteAccount() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('account.page.delete')}
      </Button>
      {open ? <DeleteDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const formId = useId()
  const remove = useEntrance('deleteAccount')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!password || remove.isPending) return
    // The page goes with the account, before the answer is through
    void remove.mutateAsync({ body: { password } }).then(
      async () => {
        await forgetDevice()
        toasts.show({ text: t('account.page.deleted'), outlastsPage: true })
        void navigate(paths.start)
      },
      () => undefined,
    )
  }

  return (
    <Dialog
      title={t('account.page.deleteTitle')}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="danger" busy={remove.isPending}>
            {t('account.page.deleteConfirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={submit}>
        <p>{t('account.page.deleteText')}</p>
        <PasswordField
          label={t('account.page.current')}
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={asked && !password ? t('account.passwordMissing') : null}
        />
        {remove.error ? <Banner tone="danger">{errorText(remove.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
