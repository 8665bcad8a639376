import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Peer } from '#client/session/room-session.ts'
import type { MenuItem } from '#client/ui/Menu.tsx'
import type { Command } from '#shared/facilitation/commands.ts'
import { roundAuthorships, stricterOf } from '#shared/facilitation/step/round-authorships.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import { useFacilitation, useGroupPage, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { modeOnPage } from '../place/mode-on-page.ts'
import { roundOn, stageOn } from './silent-round.ts'

interface SilentMenu {
  label: string
  items: MenuItem[]
  /** The group writes in silence now, and the menu ends that. */
  isWriting: boolean
}

/** The ways into silent writing on the group's page, or out of it; null while the group is on none. */
export function useSilentMenu(): SilentMenu | null {
  const { t } = useTranslation()
  const { session } = useRoom()
  const send = useCommand()
  const page = useGroupPage()
  const state = useFacilitation((facilitation) => facilitation.state)
  const peers = useStore(session.presence.peers)
  if (!page || !state) return null
  const act = (command: Command) => () => void send(command)
  const round = roundOn(state, page.id)
  const stage = stageOn(state, page.id)
  const reveals = round && stage !== 'revealed' ? waysToReveal(round, peers, act, t) : []
  if (round && stage === 'writing') {
    const stop = {
      id: 'stop',
      label: t('facilitation.silent.reveal.stop'),
      onSelect: act({ type: 'setMode', stepId: round.stepId, mode: { type: 'open' } }),
    }
    return { label: t('facilitation.silent.reveal.label'), items: [...reveals, stop], isWriting: true }
  }
  // What was promised for the cards of this step is not loosened
  const begins = roundAuthorships
    .filter((authorship) => !round || stricterOf(authorship, round.authorship) === authorship)
    .map((authorship) => ({
      id: authorship,
      label: t(`facilitation.silent.begin.${authorship}`),
      onSelect: act(modeOnPage(page, state, { type: 'silent', authorship })),
    }))
  return { label: t('facilitation.silent.begin.label'), items: [...reveals, ...begins], isWriting: false }
}

function waysToReveal(
  { stepId, authorship }: SeenRound,
  peers: readonly Peer[],
  act: (command: Command) => () => void,
  t: TFunction,
): MenuItem[] {
  const reveal = (whose: Extract<Command, { type: 'revealDrafts' }>['whose']) =>
    act({ type: 'revealDrafts', stepId, whose })
  const writers = new Map(
    peers.filter(({ role }) => role !== 'observer').map(({ memberId, name }) => [memberId, name]),
  )
  const byPerson: MenuItem[] =
    authorship === 'named'
      ? [
          { id: 'own', label: t('facilitation.silent.reveal.own'), onSelect: reveal({ type: 'own' }) },
          ...Array.from(writers, ([memberId, name]) => ({
            id: memberId,
            label: t('facilitation.silent.reveal.person', { name }),
            onSelect: reveal({ type: 'person', memberId }),
          })),
        ]
      : []
  return [
    { id: 'all', label: t('facilitation.silent.reveal.all'), onSelect: reveal({ type: 'all' }) },
    ...byPerson,
  ]
}
