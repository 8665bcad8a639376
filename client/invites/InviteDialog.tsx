import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { groupsToChoose } from '#client/app/groups-to-choose.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { CreatedInvite, CreateInviteRequest, WorkshopView } from '#shared/protocol/api.ts'
import type { Role } from '#shared/workshop/roles.ts'
import { InviteReady } from './InviteReady.tsx'
import styles from './invites.module.css'

interface InviteDialogProps {
  workshop: WorkshopView
  open: boolean
  onClose: () => void
}

/** Participants first: nine of ten invitations are theirs. */
const rolesByUse: readonly Role[] = ['participant', 'observer', 'manager', 'moderator']
const validities = [1, 7, limits.inviteDefaultDays, 90, limits.inviteMaxDays]

/** Asks whom and where to; then shows the invitation. */
export function InviteDialog({ workshop, open, onClose }: InviteDialogProps) {
  return open ? <OpenInviteDialog workshop={workshop} onClose={onClose} /> : null
}

function OpenInviteDialog({ workshop, onClose }: Omit<InviteDialogProps, 'open'>) {
  const { t } = useTranslation()
  const formId = useId()
  const create = useChange<CreatedInvite>('createInvite')
  const errorText = useErrorText()
  const send = (body: CreateInviteRequest) => create.mutate({ path: { workshopId: workshop.id }, body })

  if (create.data) {
    return (
      <Dialog
        title={t('workshop.invites.readyTitle')}
        open
        onClose={onClose}
        actions={
          <Button variant="primary" onClick={onClose}>
            {t('workshop.invites.done')}
          </Button>
        }
      >
        <InviteReady workshop={workshop} created={create.data} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('workshop.invites.createTitle')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {t('workshop.invites.submit')}
          </Button>
        </>
      }
    >
      <InviteForm formId={formId} workshop={workshop} onSubmit={send} />
      {create.error ? <Banner tone="danger">{errorText(create.error)}</Banner> : null}
    </Dialog>
  )
}

interface InviteFormProps {
  formId: string
  workshop: WorkshopView
  onSubmit: (request: CreateInviteRequest) => void
}

function InviteForm({ formId, workshop, onSubmit }: InviteFormProps) {
  const { t } = useTranslation()
  const [role, setRole] = useState<Role>('participant')
  const [groupId, setGroupId] = useState<GroupId | ''>('')
  const [label, setLabel] = useState('')
  const [days, setDays] = useState(String(limits.inviteDefaultDays))
  const choosesGroup = role === 'participant' || role === 'observer'

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSubmit({ role, groupId: choosesGroup && groupId ? groupId : null, label, validDays: Number(days) })
  }

  return (
    <form id={formId} className={styles.form} onSubmit={submit}>
      {isOnlyHere(location.hostname) ? (
        <Banner tone="attention">{t('workshop.invites.onlyHere', { address: location.host })}</Banner>
      ) : null}
      <Select
        label={t('workshop.invites.role')}
        hint={t(`workshop.roleText.${role}`)}
        value={role}
        onChange={setRole}
        options={rolesByUse.map((value) => ({ value, label: t(`workshop.role.${value}`) }))}
      />
      {choosesGroup ? (
        <Select
          label={t('workshop.invites.group')}
          value={groupId}
          onChange={setGroupId}
          options={[
            { value: '' as const, label: t('workshop.invites.freeChoice') },
            ...groupsToChoose(workshop).map(({ id, name }) => ({
              value: id,
              label: named(name, workshop.language),
            })),
          ]}
        />
      ) : null}
      <Select
        label={t('workshop.invites.validity')}
        value={days}
        onChange={setDays}
        options={validities.map((count) => ({
          value: String(count),
          label:
            count === limits.inviteMaxDays
              ? t('workshop.invites.year')
              : t('workshop.invites.days', { count }),
        }))}
      />
      <TextField
        label={t('workshop.invites.label')}
        hint={t('workshop.invites.labelHint')}
        value={label}
        onChange={setLabel}
        maxLength={limits.maxTitleChars}
        autoComplete="off"
      />
    </form>
  )
}

/** Names under which every computer means itself: a link with one of them is of no use to anybody else. */
function isOnlyHere(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
