import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { InvitedMember } from '#shared/protocol/members.ts'
import dialogs from '../dialogs.module.css'
import { Letters } from './Letters.tsx'

interface StandInDialogProps {
  workshop: WorkshopView
  member: MemberView
  onClose: () => void
}

/** Names who comes instead, and shows their link, once. */
export function StandInDialog({ workshop, member, onClose }: StandInDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const add = useChange<InvitedMember>('addStandIn')
  const [name, setName] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const absent = { name: member.name }

  if (add.data) {
    return <Letters workshop={workshop} letters={[{ ...add.data, email: '' }]} onClose={onClose} />
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setIsMissing(name.trim() === '')
    if (name.trim() === '') return
    add.mutate({ path: { workshopId: workshop.id, memberId: member.id }, body: { name } })
  }
  return (
    <Dialog
      title={t('workshop.members.standInTitle', absent)}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={add.isPending}>
            {t('workshop.members.standIn')}
          </Button>
        </>
      }
    >
      <form id={formId} className={dialogs.form} onSubmit={submit} noValidate>
        <p>{t('workshop.members.standInText', absent)}</p>
        <TextField
          label={t('workshop.members.standInName')}
          value={name}
          onChange={setName}
          maxLength={limits.maxNameChars}
          error={isMissing ? t('workshop.overview.nameMissing') : undefined}
          data-autofocus
        />
        {add.error ? <Banner tone="danger">{errorText(add.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
