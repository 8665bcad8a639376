import { useId, useState, type SubmitEvent } from 'react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { limits } from '#shared/base/limits.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'

/** The way to delete a workshop: says what goes, and wants its title typed, because nothing brings it back. */
export function DeleteWorkshop({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('workshop.overview.delete')}
      </Button>
      {open ? <DeleteDialog workshop={workshop} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function DeleteDialog({ workshop, onClose }: { workshop: WorkshopView; onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const formId = useId()
  const remove = useChange('deleteWorkshop')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const { title } = workshop
  const isSame = typed.trim() === title.trim()
  const people = workshop.groups.find(({ kind }) => kind === 'plenum')?.memberCount ?? 0

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (!isSame || remove.isPending) return
    const call = { path: { workshopId: workshop.id }, body: { title: typed.trim() } }
    // The page goes with the workshop, before the answer is through: nothing here may hang on it.
    void remove.mutateAsync(call).then(
      () => {
        toasts.show({ text: t('workshop.overview.deleteDone', { title }) })
        void navigate(paths.workshops)
      },
      () => undefined,
    )
  }

  return (
    <Dialog
      title={t('workshop.overview.deleteTitle', { title })}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="danger" busy={remove.isPending}>
            {t('workshop.overview.deleteConfirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={submit}>
        <p>{t('workshop.overview.deleteText', { people })}</p>
        <p>{t('workshop.overview.deleteBackup')}</p>
        <TextField
          label={t('workshop.overview.deleteRetype')}
          maxLength={limits.maxTitleChars}
          value={typed}
          onChange={setTyped}
          error={asked && !isSame ? t('workshop.overview.deleteDiffers') : null}
        />
        {remove.error ? <Banner tone="danger">{errorText(remove.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
