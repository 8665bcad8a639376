import { useId, useState } from 'react'
import { Ellipsis, Link as LinkIcon, UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'

/** What a moderator rarely does with one person, out of the way of what is done often. */
export function MemberMenu({ workshop, member }: { workshop: WorkshopView; member: MemberView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'returnLink' | 'remove' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label={t('workshop.members.more', { name: member.name })}
        icon={<Ellipsis aria-hidden="true" />}
        iconOnly
        items={[
          {
            id: 'returnLink',
            label: t('workshop.members.returnLink'),
            icon: <LinkIcon aria-hidden="true" />,
            onSelect: () => setOpen('returnLink'),
          },
          {
            id: 'remove',
            label: t('workshop.members.remove'),
            icon: <UserMinus aria-hidden="true" />,
            danger: true,
            onSelect: () => setOpen('remove'),
          },
        ]}
      />
      {open === 'returnLink' ? (
        <ReturnLinkDialog
          title={t('workshop.members.returnTitle', { name: member.name })}
          question={t('workshop.members.returnConfirm', { name: member.name })}
          answer={t('workshop.members.returnText', { name: member.name })}
          endpoint="renewReturnLink"
          path={{ workshopId: workshop.id, memberId: member.id }}
          onClose={close}
        />
      ) : null}
      {open === 'remove' ? <RemoveDialog workshop={workshop} member={member} onClose={close} /> : null}
    </>
  )
}

interface MemberDialogProps {
  workshop: WorkshopView
  member: MemberView
  onClose: () => void
}

function RemoveDialog({ workshop, member, onClose }: MemberDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const hintId = useId()
  const remove = useChange('removeMember')
  const [revokesInvite, setRevokesInvite] = useState(true)
  const { name } = member
  // The row goes with the person, and this component with it, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void remove
      .mutateAsync({
        path: { workshopId: workshop.id, memberId: member.id },
        query: { invite: revokesInvite ? 'revoke' : 'keep' },
      })
      .then(() => toasts.show({ text: t('workshop.members.removeDone', { name }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(onClose)
  return (
    <ConfirmDialog
      title={t('workshop.members.removeTitle', { name })}
      open
      confirm={t('common.remove')}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('workshop.members.removeText')}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={revokesInvite}
          aria-describedby={hintId}
          onChange={(event) => setRevokesInvite(event.target.checked)}
        />
        {t('workshop.members.removeInvite')}
      </label>
      <span id={hintId} className={styles.hint}>
        {t('workshop.members.removeInviteHint')}
      </span>
    </ConfirmDialog>
  )
}
