import { EyeOff, Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Command } from '#shared/facilitation/commands.ts'
import { roundAuthorships } from '#shared/facilitation/step/round-authorships.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { useFacilitation, useGroupPage, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { modeOnPage } from '../place/mode-on-page.ts'
import { roundOn } from './silent-round.ts'

/** Lets the group write in silence, and lays open what was written. */
export function SilentControl() {
  const page = useGroupPage()
  const state = useFacilitation((facilitation) => facilitation.state)
  if (!page || !state) return null
  const round = roundOn(state, page.id)
  return round?.status === 'writing' ? <Reveal round={round} /> : <Begin page={page} state={state} />
}

function Begin({ page, state }: { page: RoomPage; state: SeenState }) {
  const { t } = useTranslation()
  const send = useCommand()
  const items = roundAuthorships.map((authorship) => ({
    id: authorship,
    label: t(`facilitation.silent.begin.${authorship}`),
    onSelect: () => void send(modeOnPage(page, state, { type: 'silent', authorship })),
  }))
  return (
    <Menu
      label={t('facilitation.silent.begin.label')}
      icon={<EyeOff aria-hidden="true" />}
      variant="quiet"
      items={items}
    />
  )
}

function Reveal({ round }: { round: SeenRound }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const send = useCommand()
  const peers = useStore(session.presence.peers)
  const { stepId } = round
  const reveal = (whose: Extract<Command, { type: 'revealDrafts' }>['whose']) => () =>
    void send({ type: 'revealDrafts', stepId, whose })
  const writers = new Map(
    peers.filter(({ role }) => role !== 'observer').map(({ memberId, name }) => [memberId, name]),
  )
  const byPerson: MenuItem[] =
    round.authorship === 'named'
      ? [
          { id: 'own', label: t('facilitation.silent.reveal.own'), onSelect: reveal({ type: 'own' }) },
          ...Array.from(writers, ([memberId, name]) => ({
            id: memberId,
            label: t('facilitation.silent.reveal.person', { name }),
            onSelect: reveal({ type: 'person', memberId }),
          })),
        ]
      : []
  const items: MenuItem[] = [
    { id: 'all', label: t('facilitation.silent.reveal.all'), onSelect: reveal({ type: 'all' }) },
    ...byPerson,
    {
      id: 'stop',
      label: t('facilitation.silent.reveal.stop'),
      onSelect: () => void send({ type: 'setMode', stepId, mode: { type: 'open' } }),
    },
  ]
  return (
    <Menu
      label={t('facilitation.silent.reveal.label')}
      icon={<Eye aria-hidden="true" />}
      variant="secondary"
      items={items}
    />
  )
}
