import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ChecksField } from '#client/ui/ChecksField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { CreatedKey, CreateKeyRequest } from '#shared/protocol/keys.ts'
import { keyScopes, type KeyScope } from '#shared/workshop/key-scopes.ts'
import styles from './form.module.css'
import { FreshSecret } from './FreshSecret.tsx'
import { WorkshopChoice } from './WorkshopChoice.tsx'

const terms = ['30', String(limits.keyDefaultDays), String(limits.keyMaxDays)]

/** Asks what a key is for, makes it, and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const make = useChange<CreatedKey>('createKey')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read'])
  const [workshopId, setWorkshopId] = useState<WorkshopId | null>(null)
  const [days, setDays] = useState(String(limits.keyDefaultDays))
  const [asked, setAsked] = useState(false)
  if (make.data) return <FreshSecret of="keys" secret={make.data.secret} onClose={onClose} />

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!name.trim() || scopes.length === 0 || make.isPending) return
    const body = { name, scopes: [...scopes], workshopId, validDays: Number(days) } satisfies CreateKeyRequest
    make.mutate({ body })
  }
  return (
    <Dialog
      title={t('account.keys.make')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={make.isPending}>
            {t('account.keys.makeConfirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={submit}>
        <TextField
          label={t('account.keys.name')}
          hint={t('account.keys.nameHint')}
          required
          autoFocus
          autoComplete="off"
          maxLength={limits.maxTitleChars}
          value={name}
          onChange={setName}
          error={asked && !name.trim() ? t('account.keys.nameMissing') : null}
        />
        <ChecksField
          legend={t('account.keys.mayDo')}
          all={keyScopes}
          chosen={scopes}
          labelOf={(scope) => t(`account.keys.scope.${scope}`)}
          onChange={setScopes}
          error={asked && scopes.length === 0 ? t('account.keys.scopeMissing') : null}
        />
        <WorkshopChoice label={t('account.keys.where')} value={workshopId} onChange={setWorkshopId} />
        <Select
          label={t('account.keys.term')}
          value={days}
          onChange={setDays}
          options={terms.map((value) => ({ value, label: t('account.keys.days', { count: Number(value) }) }))}
        />
        {make.error ? <Banner tone="danger">{errorText(make.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
