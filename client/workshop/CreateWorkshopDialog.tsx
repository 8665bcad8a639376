import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { currentLanguage } from '#client/i18n/i18n.ts'
import { languageNames, languages, type Language } from '#client/i18n/languages.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import type { CreateWorkshopRequest, WorkshopSummary } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'

const usualGroupCount = 3

/** From the built-in Strategiewerkstatt: a title is enough, everything else has a sensible answer already. */
export function CreateWorkshopDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      title={t('workshop.create.title')}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t('workshop.create.submit')}
          </Button>
        </>
      }
    >
      <CreateForm formId={formId} onBusy={setBusy} />
    </Dialog>
  )
}

function CreateForm({ formId, onBusy }: { formId: string; onBusy: (busy: boolean) => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const create = useChange<WorkshopSummary>('createWorkshop')
  const [title, setTitle] = useState('')
  const [asked, setAsked] = useState(false)
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const groups = useGroupNames()

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!title.trim() || groups.names.some((name) => !name.trim())) return
    const body: CreateWorkshopRequest = {
      title: title.trim(),
      groupNames: groups.names.map((name) => name.trim()),
      language,
    }
    onBusy(true)
    create.mutate(
      { body },
      {
        onSuccess: (made) => {
          toasts.show({ text: t('workshop.create.created', { title: made.title }), outlastsPage: true })
          void navigate(paths.workshop(made.id))
        },
        onSettled: () => onBusy(false),
      },
    )
  }

  return (
    <form id={formId} className={styles.form} noValidate onSubmit={submit}>
      <p className={styles.template}>{t('workshop.create.template')}</p>
      <TextField
        label={t('workshop.create.name')}
        placeholder={t('workshop.create.namePlaceholder')}
        autoFocus
        required
        maxLength={limits.maxTitleChars}
        value={title}
        onChange={setTitle}
        error={asked && !title.trim() ? t('workshop.create.nameMissing') : null}
      />
      <div className={styles.pair}>
        <Select
          label={t('workshop.create.groupCount')}
          value={String(groups.names.length)}
          onChange={(count) => groups.resize(Number(count))}
          options={Array.from({ length: limits.maxGroups }, (_, i) => ({
            value: String(i + 1),
            label: String(i + 1),
          }))}
        />
        <Select
          label={t('workshop.create.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
      <fieldset className={styles.names}>
        <legend>{t('workshop.create.groupNames')}</legend>
        {groups.names.map((name, i) => (
          <TextField
            key={i}
            label={t('workshop.create.groupName', { number: i + 1 })}
            maxLength={limits.maxTitleChars}
            value={name}
            onChange={(changed) => groups.rename(i, changed)}
            error={asked && !name.trim() ? t('workshop.create.groupMissing') : null}
          />
        ))}
      </fieldset>
      <Banner tone="info">{t('workshop.create.explain', { count: groups.names.length })}</Banner>
      {create.error ? <Banner tone="danger">{errorText(create.error)}</Banner> : null}
    </form>
  )
}

/** Fewer groups and more again: names already given come back. */
function useGroupNames() {
  const { t } = useTranslation()
  const [count, setCount] = useState(usualGroupCount)
  const [given, setGiven] = useState<Record<number, string>>({})
  const names = Array.from(
    { length: count },
    (_, i) => given[i] ?? t('workshop.create.groupDefault', { number: i + 1 }),
  )
  return {
    names,
    resize: setCount,
    rename: (index: number, name: string) => setGiven({ ...given, [index]: name }),
  }
}
