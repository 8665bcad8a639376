import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ChecksField } from '#client/ui/ChecksField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { CreatedWebhook, CreateWebhookRequest } from '#shared/protocol/webhooks.ts'
import { hookKinds, type HookKind } from '#shared/workshop/hook-kinds.ts'
import styles from './form.module.css'
import { FreshSecret } from './FreshSecret.tsx'
import { WorkshopChoice } from './WorkshopChoice.tsx'

interface NewWebhookDialogProps {
  /** Where messages may go, as the operator wrote it. */
  hosts: readonly string[]
  onClose: () => void
}

/** Asks whom to tell what, sets it up, and shows the secret this once. */
export function NewWebhookDialog({ hosts, onClose }: NewWebhookDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const make = useChange<CreatedWebhook>('createWebhook')
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [kinds, setKinds] = useState<readonly HookKind[]>([])
  const [workshopId, setWorkshopId] = useState<WorkshopId | null>(null)
  const [asked, setAsked] = useState(false)
  if (make.data) return <FreshSecret of="webhooks" secret={make.data.secret} onClose={onClose} />

  const isAddress = /^https?:\/\/\S+$/.test(url.trim()) && URL.canParse(url.trim())
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!name.trim() || !isAddress || kinds.length === 0 || make.isPending) return
    const body = { name, url: url.trim(), kinds: [...kinds], workshopId } satisfies CreateWebhookRequest
    make.mutate({ body })
  }
  return (
    <Dialog
      title={t('account.webhooks.make')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={make.isPending}>
            {t('account.webhooks.makeConfirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={submit}>
        <TextField
          label={t('account.webhooks.name')}
          hint={t('account.webhooks.nameHint')}
          required
          autoFocus
          autoComplete="off"
          maxLength={limits.maxTitleChars}
          value={name}
          onChange={setName}
          error={asked && !name.trim() ? t('account.webhooks.nameMissing') : null}
        />
        <TextField
          label={t('account.webhooks.url')}
          hint={t('account.webhooks.urlHint', { hosts: hosts.map(placeOf).join(', ') })}
          required
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={limits.maxWebhookUrlChars}
          value={url}
          onChange={setUrl}
          error={asked && !isAddress ? t('account.webhooks.urlWrong') : null}
        />
        <ChecksField
          legend={t('account.webhooks.what')}
          all={hookKinds}
          chosen={kinds}
          labelOf={(kind) => t(`account.webhooks.kind.${kind}`)}
          onChange={setKinds}
          error={asked && kinds.length === 0 ? t('account.webhooks.kindMissing') : null}
        />
        <WorkshopChoice label={t('account.webhooks.where')} value={workshopId} onChange={setWorkshopId} />
        {make.error ? <Banner tone="danger">{errorText(make.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}

/** As an address begins, without the network that the operator's list names beside it. */
const placeOf = (host: string) => (host.startsWith('http') ? host : `https://${host.replace(/@.*/, '')}`)
