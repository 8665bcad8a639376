import { useState } from 'react'
import { Ellipsis, Link as LinkIcon, UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RemovePerson } from '#client/app/RemovePerson.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
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
      {open === 'remove' ? <RemovePerson workshopId={workshop.id} person={member} onClose={close} /> : null}
    </>
  )
}
