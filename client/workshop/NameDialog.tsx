import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOptions } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import type { Endpoint } from '#shared/protocol/endpoints.ts'

interface NameDialogProps {
  open: boolean
  onClose: () => void
  title: string
  label: string
  initial: string
  endpoint: Endpoint
  request: (name: string) => CallOptions
  /** What to say afterwards; without it, that the new name applies. */
  done?: (name: string) => string
}

/** Asks for one name and sends it: for workshops and groups, new and old ones. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  return (
    <Dialog
      title={props.title}
      open={props.open}
      onClose={props.onClose}
      size="small"
      actions={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <NameForm {...props} formId={formId} />
    </Dialog>
  )
}

function NameForm({
  formId,
  label,
  initial,
  endpoint,
  request,
  done,
  onClose,
}: NameDialogProps & { formId: string }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange<unknown>(endpoint)
  const [name, setName] = useState(initial)
  const [asked, setAsked] = useState(false)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!name.trim() || change.isPending) return
    change.mutate(request(name.trim()), {
      onSuccess: () => {
        toasts.show({ text: done?.(name.trim()) ?? t('workshop.overview.renamed') })
        onClose()
      },
    })
  }
  return (
    <form id={formId} noValidate onSubmit={submit}>
      <TextField
        label={label}
        autoFocus
        maxLength={limits.maxTitleChars}
        value={name}
        onChange={setName}
        error={asked && !name.trim() ? t('workshop.overview.nameMissing') : null}
      />
      {change.error ? <Banner tone="danger">{errorText(change.error)}</Banner> : null}
    </form>
  )
}
