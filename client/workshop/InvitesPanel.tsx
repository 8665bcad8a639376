import { useState } from 'react'
import { QrCode, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange, useInvites } from '#client/app/queries.ts'
import { InviteDialog } from '#client/invites/InviteDialog.tsx'
import { stateOf } from '#client/invites/invite-state.ts'
import { ShowInviteDialog } from '#client/invites/ShowInvite.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { limits } from '#shared/base/limits.ts'
import type { InviteView, WorkshopView } from '#shared/protocol/api.ts'
import styles from './table.module.css'

/** Which ways into the workshop are open, and how to open or close one. */
export function InvitesPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const invites = useInvites(workshop.id, true)
  const [creating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('workshop.invites.create')}
    </Button>
  )
  return (
    <div className={styles.panel}>
      {invites.isPending ? <Spinner label={t('common.loading')} /> : null}
      {invites.isError ? <Banner tone="danger">{errorText(invites.error)}</Banner> : null}
      {invites.data?.length === 0 ? (
        <EmptyState title={t('workshop.invites.emptyTitle')} action={create}>
          {t('workshop.invites.emptyText')}
        </EmptyState>
      ) : null}
      {invites.data && invites.data.length > 0 ? (
        <>
          <div>{create}</div>
          <InviteTable workshop={workshop} invites={invites.data} />
        </>
      ) : null}
      <InviteDialog workshop={workshop} open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}

function InviteTable({ workshop, invites }: { workshop: WorkshopView; invites: InviteView[] }) {
  const { t } = useTranslation()
  return (
    <table className={styles.table} aria-label={t('workshop.overview.invites')}>
      <thead>
        <tr>
          <th scope="col">{t('workshop.invites.invitation')}</th>
          <th scope="col">{t('workshop.members.group')}</th>
          <th scope="col">{t('workshop.invites.state')}</th>
          <th scope="col">{t('workshop.invites.accepted')}</th>
          <th scope="col">
            <VisuallyHidden>{t('workshop.invites.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {invites.map((invite) => (
          <InviteRow key={invite.id} workshop={workshop} invite={invite} />
        ))}
      </tbody>
    </table>
  )
}

function InviteRow({ workshop, invite }: { workshop: WorkshopView; invite: InviteView }) {
  const { t } = useTranslation()
  const isOpen = stateOf(invite) === 'active'
  return (
    <tr className={isOpen ? undefined : styles.past}>
      <th scope="row">
        {invite.label || t(`workshop.role.${invite.role}`)}
        {invite.label ? <span className={styles.under}>{t(`workshop.role.${invite.role}`)}</span> : null}
      </th>
      <td data-label={t('workshop.members.group')} lang={invite.groupId ? workshop.language : undefined}>
        {useGroupName(workshop, invite)}
      </td>
      <td data-label={t('workshop.invites.state')}>
        <InviteState invite={invite} />
      </td>
      <td data-label={t('workshop.invites.accepted')}>
        {t('workshop.invites.acceptedTimes', {
          count: invite.acceptedCount,
          places: limits.maxPlacesPerInvite,
        })}
      </td>
      <td className={styles.end}>
        {isOpen && invite.mayBeShown ? <ShowButton workshop={workshop} invite={invite} /> : null}
        {isOpen ? <RevokeButton workshop={workshop} invite={invite} /> : null}
      </td>
    </tr>
  )
}

function ShowButton({ workshop, invite }: { workshop: WorkshopView; invite: InviteView }) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={<QrCode aria-hidden="true" />} onClick={() => setShown(true)}>
        {t('workshop.invites.show')}
      </Button>
      {isShown ? (
        <ShowInviteDialog workshop={workshop} invite={invite} onClose={() => setShown(false)} />
      ) : null}
    </>
  )
}

function RevokeButton({ workshop, invite }: { workshop: WorkshopView; invite: InviteView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const revoke = useChange('revokeInvite')
  const [asking, setAsking] = useState(false)
  // The button goes with the invitation's state, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void revoke
      .mutateAsync({ path: { workshopId: workshop.id, inviteId: invite.id } })
      .then(() => toasts.show({ text: t('workshop.invites.revokeDone') }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(() => setAsking(false))
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t('workshop.invites.revoke')}
      </Button>
      <ConfirmDialog
        title={t('workshop.invites.revokeTitle')}
        open={asking}
        confirm={t('workshop.invites.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        {t('workshop.invites.revokeText')}
      </ConfirmDialog>
    </>
  )
}

function InviteState({ invite }: { invite: InviteView }) {
  const { t } = useTranslation()
  const day = useDay()
  const state = stateOf(invite)
  const at = state === 'revoked' ? invite.revokedAt! : invite.expiresAt
  return t(`workshop.invites.${state}`, { date: day(at) })
}

function useGroupName(workshop: WorkshopView, { role, groupId }: InviteView): string {
  const { t } = useTranslation()
  if (groupId) return workshop.groups.find((group) => group.id === groupId)?.name ?? ''
  return role === 'moderator' || role === 'manager'
    ? t('workshop.invites.allGroups')
    : t('workshop.invites.freeChoice')
}
