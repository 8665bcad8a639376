import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useInvites } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { GroupId, InviteId } from '#shared/base/ids.ts'
import type { InviteView, WorkshopView } from '#shared/protocol/api.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { stateOf } from './invite-state.ts'
import styles from './invites.module.css'
import { ShownInvite } from './ShowInvite.tsx'

interface RoomInviteDialogProps {
  workshop: WorkshopView
  /** The room it is opened in: an invitation into it comes first. */
  groupId: GroupId
  onClose: () => void
}

/** An open invitation, large, for somebody who comes late or sits in the room without one; or a new one. */
export function RoomInviteDialog({ workshop, groupId, onClose }: RoomInviteDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const invites = useInvites(workshop.id, true)
  const [chosen, setChosen] = useState<InviteId | null>(null)
  const [isCreating, setCreating] = useState(false)
  if (isCreating) return <InviteDialog workshop={workshop} open onClose={onClose} />
  const open = (invites.data ?? []).filter((invite) => invite.mayBeShown && stateOf(invite) === 'active')
  const shown = open.find(({ id }) => id === chosen) ?? fittest(open, groupId)
  return (
    <Dialog
      title={t('workshop.invites.showTitle')}
      open
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setCreating(true)}>
            {t('workshop.invites.create')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('workshop.invites.done')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {invites.isPending ? <Spinner label={t('common.loading')} /> : null}
        {invites.isError ? <Banner tone="danger">{errorText(invites.error)}</Banner> : null}
        {invites.data && !shown ? <p>{t('workshop.invites.noneToShow')}</p> : null}
        {open.length > 1 && shown ? (
          <InviteChoice workshop={workshop} invites={open} chosen={shown.id} onChoose={setChosen} />
        ) : null}
        {shown ? <ShownInvite key={shown.id} workshop={workshop} inviteId={shown.id} /> : null}
      </div>
    </Dialog>
  )
}

/** Into this very room, else with free choice, participants before others; the newest of them. */
function fittest(invites: readonly InviteView[], groupId: GroupId): InviteView | undefined {
  const rank = ({ role, groupId: into }: InviteView) =>
    (role === 'participant' ? 0 : 3) + (into === groupId ? 0 : into === null ? 1 : 2)
  return [...invites].sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt)[0]
}

interface InviteChoiceProps {
  workshop: WorkshopView
  invites: readonly InviteView[]
  chosen: InviteId
  onChoose: (id: InviteId) => void
}

function InviteChoice({ workshop, invites, chosen, onChoose }: InviteChoiceProps) {
  const { t } = useTranslation()
  const day = useDay()
  const nameOf = ({ label, role, groupId, createdAt }: InviteView) => {
    const group = workshop.groups.find(({ id }) => id === groupId)?.name
    return [label, t(`workshop.role.${role}`), group, day(createdAt)].filter(Boolean).join(' · ')
  }
  return (
    <Select
      label={t('workshop.invites.which')}
      value={chosen}
      onChange={onChoose}
      options={invites.map((invite) => ({ value: invite.id, label: nameOf(invite) }))}
    />
  )
}
