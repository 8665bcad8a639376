import { useState } from 'react'
import { Ellipsis, Link as LinkIcon, Pause, Play, UserMinus, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RemovePerson } from '#client/app/RemovePerson.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import { StandInDialog } from './people/StandInDialog.tsx'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'
import { useEditMember } from './use-edit-member.ts'

/** What a moderator rarely does with one person, out of the way of what is done often. */
export function MemberMenu({ workshop, member }: { workshop: WorkshopView; member: MemberView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'returnLink' | 'standIn' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const edit = useEditMember(workshop, member)
  const { name } = member
  const isPaused = member.standing === 'paused'
  const rest = () =>
    isPaused
      ? edit.change({ standing: 'present' }, t('workshop.members.resumed', { name }))
      : edit.change({ standing: 'paused' }, t('workshop.members.paused', { name }))
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
            id: 'rest',
            label: t(isPaused ? 'workshop.members.resume' : 'workshop.members.pause'),
            icon: isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />,
            onSelect: rest,
          },
          {
            id: 'standIn',
            label: t('workshop.members.standIn'),
            icon: <UserPlus aria-hidden="true" />,
            onSelect: () => setOpen('standIn'),
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
      {open === 'standIn' ? <StandInDialog workshop={workshop} member={member} onClose={close} /> : null}
      {open === 'remove' ? <RemovePerson workshopId={workshop.id} person={member} onClose={close} /> : null}
    </>
  )
}
