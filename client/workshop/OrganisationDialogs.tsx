import { useId, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { OrganisationId, WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { EditOrganisationRequest, OrganisationView } from '#shared/protocol/api.ts'
import { sizeClasses, type SizeClass } from '#shared/base/size-classes.ts'
import { organisationKinds } from '#shared/workshop/roles.ts'
import styles from './dialogs.module.css'

interface OrganisationDialogProps {
  workshopId: WorkshopId
  organisation: OrganisationView
  onClose: () => void
}

/** Name, kind and size; everybody of the organisation follows. */
export function EditOrganisation({ workshopId, organisation, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation()
  const change = useChange('editOrganisation')
  const [name, setName] = useState(organisation.name)
  const [kind, setKind] = useState(organisation.kind)
  const [sizeClass, setSizeClass] = useState<SizeClass | ''>(organisation.sizeClass ?? '')
  const submit = () => {
    if (!name.trim()) return
    const body: EditOrganisationRequest = { name: name.trim(), kind, sizeClass: sizeClass || null }
    change.mutate(
      { path: { workshopId, organisationId: organisation.id }, body },
      {
        onSuccess: () => {
          toasts.show({ text: t('workshop.organisations.edited', { name: name.trim() }) })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={t('workshop.organisations.edit')}
      confirm={t('common.save')}
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('workshop.members.name')}
        maxLength={limits.maxOrganisationChars}
        value={name}
        onChange={setName}
        error={name.trim() ? null : t('workshop.overview.nameMissing')}
      />
      <Select
        label={t('workshop.organisations.kind')}
        value={kind}
        onChange={setKind}
        options={organisationKinds.map((value) => ({
          value,
          label: t(`workshop.organisationKind.${value}`),
        }))}
      />
      <Select<SizeClass | ''>
        label={t('workshop.organisations.sizeClass')}
        value={sizeClass}
        onChange={setSizeClass}
        options={[
          { value: '', label: t('workshop.organisations.sizeUnknown') },
          ...sizeClasses.map((value) => ({ value, label: t(`workshop.sizeClass.${value}`) })),
        ]}
      />
    </FormDialog>
  )
}

/** Chooses the one that stays. */
export function MergeOrganisation({
  workshopId,
  organisation,
  others,
  onClose,
}: OrganisationDialogProps & { others: readonly OrganisationView[] }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const change = useChange('mergeOrganisation')
  const [into, setInto] = useState<OrganisationId>(others[0]!.id)
  const submit = () => {
    const name = others.find(({ id }) => id === into)?.name ?? ''
    // The row goes with what it shows, and this dialog with it: nothing here may hang on it.
    void change
      .mutateAsync({ path: { workshopId, organisationId: organisation.id }, body: { into } })
      .then(() => toasts.show({ text: t('workshop.organisations.merged', { name }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(onClose)
  }
  return (
    <FormDialog
      title={t('workshop.organisations.mergeTitle', { name: organisation.name })}
      confirm={t('workshop.organisations.merge')}
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('workshop.organisations.mergeText')}</p>
      <Select
        label={t('workshop.organisations.into')}
        value={into}
        onChange={setInto}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormDialog>
  )
}

interface FormDialogProps {
  title: string
  confirm: string
  change: { isPending: boolean; error: Error | null }
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

function FormDialog({ title, confirm, change, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    focusFirstError(event.currentTarget)
    if (!change.isPending) onSubmit()
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
          <Button type="submit" form={formId} variant="primary" busy={change.isPending}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        {children}
        {change.error ? <Banner tone="danger">{errorText(change.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
