import { useState } from 'react'
import { Ellipsis, Pencil, PencilOff, UserCog, UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { mayInRoom } from '#client/app/actor.ts'
import { paths } from '#client/app/paths.ts'
import { RemovePerson } from '#client/app/RemovePerson.tsx'
import type { PresentMember } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'

/**
 * What a moderator can do about one person who is here. Making somebody a co-moderator is done where roles are, because whoever
 * gets more rights has to show who they are.
 */
export function PersonMenu({ member: { memberId, name, role } }: { member: PresentMember }) {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const send = useCommand()
  const navigate = useNavigate()
  const [removing, setRemoving] = useState(false)
  const isMuted = useFacilitation(({ state }) => state?.muted.members?.includes(memberId) === true)
  const mayLead = mayInRoom(workshop, 'room.facilitate', group.id)
  if (!mayLead) return null
  // Moderators write in every lock, and observers nowhere
  const canBeMuted = role === 'participant' || role === 'manager'
  const mute: MenuItem = {
    id: 'mute',
    label: t(isMuted ? 'room.people.unmute' : 'room.people.mute'),
    icon: isMuted ? <Pencil aria-hidden="true" /> : <PencilOff aria-hidden="true" />,
    onSelect: () => void send({ type: isMuted ? 'unmute' : 'mute', memberId }),
  }
  return (
    <>
      <Menu
        label={t('room.people.more', { name })}
        icon={<Ellipsis aria-hidden="true" />}
        iconOnly
        variant="quiet"
        items={[
          ...(canBeMuted ? [mute] : []),
          {
            id: 'roles',
            label: t('room.people.roles'),
            icon: <UserCog aria-hidden="true" />,
            onSelect: () => void navigate(paths.workshop(workshop.id)),
          },
          {
            id: 'remove',
            label: t('room.people.remove'),
            icon: <UserMinus aria-hidden="true" />,
            danger: true,
            onSelect: () => setRemoving(true),
          },
        ]}
      />
      {removing ? (
        <RemovePerson
          workshopId={workshop.id}
          person={{ id: memberId, name }}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </>
  )
}
