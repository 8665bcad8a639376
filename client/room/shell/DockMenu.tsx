import {
  Blocks,
  CircleDot,
  Drama,
  Ellipsis,
  Files,
  Hand,
  History,
  LayoutGrid,
  ListChecks,
  ListOrdered,
  Lock,
  LockOpen,
  NotebookPen,
  Projector,
  QrCode,
  Route,
  SmilePlus,
  Users,
  type LucideIcon,
  DoorClosed,
  DoorOpen,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { useGroupsNow } from '#client/app/queries.ts'
import { useSilentMenu } from '#client/facilitation/silent/silent-menu.ts'
import { useTimerActions } from '#client/facilitation/timer/timer-actions.ts'
import { useGather } from '#client/facilitation/place/use-gather.ts'
import { modeOnPage } from '#client/facilitation/place/mode-on-page.ts'
import { useFacilitation, useGroupPage, useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { usePhone } from '#client/room-context/use-phone.ts'
import { Menu, type MenuEntry, type MenuItem, type MenuSection } from '#client/ui/Menu.tsx'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import { isPageLocked } from '#shared/facilitation/page-locks/locked.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import type { GroupView } from '#shared/protocol/api.ts'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { named } from '#client/ui/named.ts'
import { enterable } from './GroupSwitch.tsx'

/** What a moderator needs seldom, and the way into each group; on a phone also what the bars leave out there. */
export function DockMenu() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const send = useCommand()
  const gather = useGather()
  const phone = usePhone()
  const locked = useFacilitation(({ state }) => state?.lock.status === 'locked')
  const reactionsOn = useFacilitation(({ state }) => state?.reactions.on === true)
  const reactions: MenuItem = {
    id: 'reactions',
    label: t(reactionsOn ? 'facilitation.reactions.switchOff' : 'facilitation.reactions.switchOn'),
    icon: <SmilePlus aria-hidden="true" />,
    onSelect: () => void send({ type: 'switchReactions', on: !reactionsOn }),
  }
  const rehearse = useRehearse()
  const elsewhere = useLeftOutOnPhones()
  const door = useDoor()
  const { groups, ask } = useGroups()
  const modes = usePageModes()
  const pageLock = usePageLock()
  const lock: MenuItem = {
    id: 'lock',
    label: t(locked ? 'facilitation.dock.unlock' : 'facilitation.dock.lock'),
    icon: locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />,
    onSelect: () => void send({ type: locked ? 'unlock' : 'lock' }),
  }
  return (
    <Menu
      label={t('facilitation.dock.more')}
      icon={<Ellipsis aria-hidden="true" />}
      iconOnly={phone}
      variant="quiet"
      onOpen={ask}
      items={[
        {
          id: 'gather',
          label: t('facilitation.dock.gather'),
          icon: <Users aria-hidden="true" />,
          onSelect: () => void gather(),
        },
        {
          id: 'screen',
          label: t('screen.title'),
          icon: <Projector aria-hidden="true" />,
          onSelect: () => view.setState({ dialog: { type: 'screen' } }),
        },
        ...rehearse,
        // Elsewhere a button stands in sight while the room is locked
        ...(locked && !phone ? [] : [lock]),
        ...pageLock,
        door,
        reactions,
        {
          id: 'invite',
          label: t('workshop.invites.showInRoom'),
          icon: <QrCode aria-hidden="true" />,
          onSelect: () => view.setState({ dialog: { type: 'invite' } }),
        },
        ...elsewhere,
        ...modes,
        { id: 'groups', heading: t('facilitation.dock.groups'), items: groups },
      ]}
    />
  )
}

/** Whoever comes waits to be let in, or comes in as before. */
function useDoor(): MenuItem {
  const { t } = useTranslation()
  const { session } = useRoom()
  const send = useCommand()
  const isClosed = useFacilitation(({ state }) => state?.lobby.door === 'closed')
  const close = () => {
    const inside = session.presence.peers.getState().map(({ memberId }) => memberId)
    void send({ type: 'closeDoor', inside: [...new Set(inside)] })
  }
  return {
    id: 'door',
    label: t(isClosed ? 'facilitation.lobby.open' : 'facilitation.lobby.close'),
    icon: isClosed ? <DoorOpen aria-hidden="true" /> : <DoorClosed aria-hidden="true" />,
    onSelect: isClosed ? () => void send({ type: 'openDoor' }) : close,
  }
}

/** Trying the agenda alone; not within a rehearsal. */
function useRehearse(): MenuItem[] {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  if (workshop.rehearsalOf) return []
  return [
    {
      id: 'rehearse',
      label: t('rehearsal.title'),
      icon: <Drama aria-hidden="true" />,
      onSelect: () => view.setState({ dialog: { type: 'rehearsal' } }),
    },
  ]
}

/** The page in front is closed to all but the moderation, or opened again, whatever the group works on. */
function usePageLock(): MenuItem[] {
  const { t } = useTranslation()
  const send = useCommand()
  const page = useOwnPage()
  const isLocked = useFacilitation(({ state }) => isPageLocked(state?.pageLocks ?? [], page?.id ?? ''))
  if (!page) return []
  return [
    {
      id: 'pageLock',
      label: t(isLocked ? 'facilitation.dock.unlockPage' : 'facilitation.dock.lockPage'),
      icon: isLocked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />,
      onSelect: () => void send({ type: isLocked ? 'unlockPage' : 'lockPage', pageId: page.id }),
    },
  ]
}

const plainModes = ['open', 'discuss', 'present', 'locked'] as const

/** How the group's page is worked; while people write in silence or vote, what ends that is in the dock itself. */
function usePageModes(): MenuSection[] {
  const { t } = useTranslation()
  const send = useCommand()
  const page = useGroupPage()
  const state = useFacilitation((facilitation) => facilitation.state)
  const me = useFacilitation((facilitation) => facilitation.me)
  if (!page || !state || !me) return []
  const now = modeOf(state.step, page.id)
  if (now === 'silent' || now === 'vote') return []
  const modeFor = (type: (typeof plainModes)[number]): Mode =>
    type === 'present' ? { type, presenter: me.memberId } : { type }
  const items = plainModes.map((type) => ({
    id: type,
    label: t(`agenda.modes.${type}`),
    checked: type === now,
    onSelect: () => void (type === now || send(modeOnPage(page, state, modeFor(type)))),
  }))
  return [{ id: 'mode', heading: t('facilitation.dock.mode'), items }]
}

function useLeftOutOnPhones(): MenuEntry[] {
  const { t } = useTranslation()
  const { view } = useRoom()
  const phone = usePhone()
  const timer = useTimerActions()
  const silent = useSilentMenu()
  if (!phone) return []
  const panel = (
    type: 'agenda' | 'hands' | 'versions' | 'coverage' | 'phases',
    label: string,
    Icon: LucideIcon,
  ) => ({
    id: type,
    label,
    icon: <Icon aria-hidden="true" />,
    onSelect: () => togglePanel(view, { type }),
  })
  return [
    panel('agenda', t('agenda.title'), ListOrdered),
    panel('hands', t('facilitation.hands.title'), Hand),
    {
      id: 'votes',
      label: t('room.opens.votes'),
      icon: <CircleDot aria-hidden="true" />,
      onSelect: () => togglePanel(view, { type: 'votes', voteId: null }),
    },
    {
      id: 'timer',
      heading: t('facilitation.timer.running'),
      items: timer.map(({ id, label, Icon, run }) => ({
        id,
        label,
        icon: <Icon aria-hidden="true" />,
        onSelect: run,
      })),
    },
    ...(silent ? [{ id: 'silent', heading: silent.label, items: silent.items }] : []),
    {
      id: 'capture',
      label: t('room.capture.open'),
      icon: <NotebookPen aria-hidden="true" />,
      onSelect: () => view.setState({ dialog: { type: 'capture' } }),
    },
    panel('versions', t('facilitation.dock.versions'), History),
    panel('coverage', t('room.coverage.open'), Route),
    panel('phases', t('room.phaseView.title'), ListChecks),
    {
      id: 'methods',
      label: t('room.opens.methods'),
      icon: <Blocks aria-hidden="true" />,
      onSelect: () => view.setState({ dialog: { type: 'methods' } }),
    },
    {
      id: 'pages',
      label: t('room.pages.title'),
      icon: <Files aria-hidden="true" />,
      onSelect: () => view.setState({ dialog: { type: 'pages' } }),
    },
  ]
}

/** All groups at a glance; the one this is stands there as well, but leads nowhere. */
function useGroups(): { groups: MenuItem[]; ask: () => void } {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const { data: now, refetch } = useGroupsNow(workshop.id)
  const navigate = useNavigate()
  const labelOf = ({ id, name: plain }: GroupView) => {
    const name = named(plain, workshop.language)
    const count = now?.find((other) => other.id === id)?.onlineCount
    return count === undefined ? name : t('facilitation.dock.groupOnline', { name, count })
  }
  const all: MenuItem = {
    id: 'all',
    label: t('facilitation.dock.allRooms'),
    icon: <LayoutGrid aria-hidden="true" />,
    onSelect: () => void navigate(paths.rooms(workshop.id)),
  }
  const groups = enterable(workshop.groups, workshop.me.groupIds).map((each) => ({
    id: each.id,
    label: labelOf(each),
    disabled: each.id === group.id,
    onSelect: () => void navigate(paths.room(workshop.id, each.id)),
  }))
  return { groups: [all, ...groups], ask: () => void refetch() }
}
