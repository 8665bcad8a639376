import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useWorkshops } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { CreatedKey, CreateKeyRequest } from '#shared/protocol/keys.ts'
import { keyScopes, type KeyScope } from '#shared/workshop/key-scopes.ts'
import styles from './form.module.css'

const ALL = 'all'
const terms = ['30', String(limits.keyDefaultDays), String(limits.keyMaxDays)]

/** Asks what a key is for, makes it, and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const workshops = useWorkshops()
  const make = useChange<CreatedKey>('createKey')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read'])
  const [where, setWhere] = useState<WorkshopId | typeof ALL>(ALL)
  const [days, setDays] = useState(String(limits.keyDefaultDays))
  const [asked, setAsked] = useState(false)
  if (make.data) return <FreshKey secret={make.data.secret} onClose={onClose} />

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!name.trim() || scopes.length === 0 || make.isPending) return
    const workshopId = where === ALL ? null : where
    const body = { name, scopes: [...scopes], workshopId, validDays: Number(days) } satisfies CreateKeyRequest
    make.mutate({ body })
  }
  const places = (workshops.data ?? []).map(({ id, title }) => ({ value: id, label: title }))
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
        <fieldset className={styles.choices}>
          <legend>{t('account.keys.mayDo')}</legend>
          {keyScopes.map((scope) => (
            <label key={scope} className={styles.choice}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(
                    keyScopes.filter((one) => (one === scope ? target.checked : scopes.includes(one))),
                  )
                }
              />
              {t(`account.keys.scope.${scope}`)}
            </label>
          ))}
        </fieldset>
        {asked && scopes.length === 0 ? (
          <Banner tone="danger">{t('account.keys.scopeMissing')}</Banner>
        ) : null}
        <Select
          label={t('account.keys.where')}
          value={where}
          onChange={setWhere}
          options={[{ value: ALL, label: t('account.keys.allWorkshops') }, ...places]}
        />
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

function FreshKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('account.keys.freshTitle')}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('account.keys.kept')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('account.keys.freshText')}</p>
        <CopyField label={t('account.keys.secret')} value={secret} />
      </div>
    </Dialog>
  )
}
