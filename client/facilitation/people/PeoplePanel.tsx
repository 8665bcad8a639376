import { CircleCheck, Hand, PencilOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Button } from '#client/ui/Button.tsx'
import { presentMembers, type PresentMember } from '#client/room-context/present-members.ts'
import { useHands } from '#client/facilitation/hands/raised-hands.ts'
import { useFacilitation, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import styles from './PeoplePanel.module.css'
import { PersonMenu } from './PersonMenu.tsx'

/** Who is here, where they are, and the way to look over somebody's shoulder. */
export function PeoplePanel() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const own = useStore(session.presence.own)
  const me = useStore(session.facilitation, (facilitation) => facilitation.me)
  const members = presentMembers(peers, me, own)
  return (
    <>
      <ul className={styles.people}>
        {members.map((member) => (
          <PersonEntry key={member.memberId} member={member} />
        ))}
      </ul>
      {members.some(({ role }) => role === 'observer') ? (
        <p className={styles.quiet}>{t('room.people.observersRead')}</p>
      ) : null}
      {members.length < 2 ? <p className={styles.quiet}>{t('room.people.alone')}</p> : null}
    </>
  )
}

function PersonEntry({ member }: { member: PresentMember }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const page = usePages().find(({ id }) => id === member.pageId)
  const details = [member.organisation, t(`workshop.role.${member.role}`)].filter(Boolean).join(' · ')
  return (
    <li className={styles.person}>
      <span className={styles.words}>
        <strong>{member.isMe ? `${member.name} (${t('room.people.me')})` : member.name}</strong>
        <span className={styles.quiet}>{details}</span>
        {page && !member.isMe ? (
          <span className={styles.quiet}>
            <Said>{t('room.people.onPage', { page: named(page.name, workshop.language) })}</Said>
          </span>
        ) : null}
        <Signals member={member} />
      </span>
      {member.isMe ? null : (
        <span className={styles.actions}>
          <FollowButton member={member} />
          <PersonMenu member={member} />
        </span>
      )}
    </li>
  )
}

function Signals({ member }: { member: PresentMember }) {
  const { t } = useTranslation()
  const handIsUp = useHands().some(({ memberId }) => memberId === member.memberId)
  const done = useFacilitation(({ state }) =>
    member.isMe ? state?.finished.mine : state?.finished.members?.includes(member.memberId),
  )
  const isMuted = useFacilitation(
    ({ state }) => state?.muted.members?.includes(member.memberId) || (member.isMe && state?.muted.mine),
  )
  if (!handIsUp && !done && !isMuted) return null
  return (
    <span className={styles.signals}>
      {handIsUp ? (
        <span>
          <Hand aria-hidden="true" /> {t('room.people.handRaised')}
        </span>
      ) : null}
      {isMuted ? (
        <span>
          <PencilOff aria-hidden="true" /> {t('room.people.mutedNow')}
        </span>
      ) : null}
      {done ? (
        <span>
          <CircleCheck aria-hidden="true" /> {t('room.people.done')}
        </span>
      ) : null}
    </span>
  )
}

/** The board then says whom one follows, and ends it as soon as one moves oneself. */
function FollowButton({ member }: { member: PresentMember }) {
  const { t } = useTranslation()
  const { board } = useRoom()
  const onBoard = useView((state) => state.face === 'board')
  if (!onBoard) return null
  return (
    <Button
      aria-label={t('room.people.followName', { name: member.name })}
      onClick={() => board.current?.follow(member.clientId)}
    >
      {t('room.people.follow')}
    </Button>
  )
}
