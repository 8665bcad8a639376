import { useEffect, useRef, useState } from 'react'
import { DoorClosed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from '#client/facilitation/call/CallBand.module.css'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { stillWaiting } from '#shared/facilitation/lobby/still-waiting.ts'
import type { Waiting } from '#shared/facilitation/lobby/state.ts'

const LOOK_EVERY_MS = 5_000

/** For the moderation, while the door is closed: who waits, to be let in one by one or all at once. */
export function LobbyBand() {
  const { t } = useTranslation()
  const send = useCommand()
  const lobby = useFacilitation(({ state }) => state?.lobby)
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const waiting = useStillWaiting(lobby?.waiting ?? [])
  const announced = useRef(0)
  useEffect(() => {
    if (waiting.length > announced.current)
      announce(t('facilitation.lobby.waiting', { count: waiting.length }))
    announced.current = waiting.length
  }, [waiting.length, t])
  if (!mayFacilitate || lobby?.door !== 'closed') return null
  const names = waiting.map(({ name }) => name).join(', ')
  return (
    <section className={styles.band} aria-label={t('facilitation.lobby.title')}>
      <DoorClosed aria-hidden="true" />
      <p className={styles.words}>
        <strong>
          {waiting.length === 0
            ? t('facilitation.lobby.closed')
            : t('facilitation.lobby.waiting', { count: waiting.length })}
        </strong>{' '}
        {names}
      </p>
      {waiting.length > 0 ? (
        <Button variant="primary" onClick={() => void send({ type: 'admit', memberId: null })}>
          {t('facilitation.lobby.admitAll')}
        </Button>
      ) : null}
      {waiting.length > 1 ? (
        <Menu
          label={t('facilitation.lobby.admitOne')}
          items={waiting.map(({ memberId, name }) => ({
            id: memberId,
            label: name,
            onSelect: () => void send({ type: 'admit', memberId }),
          }))}
        />
      ) : null}
      <Button variant="quiet" onClick={() => void send({ type: 'openDoor' })}>
        {t('facilitation.lobby.open')}
      </Button>
    </section>
  )
}

function useStillWaiting(waiting: readonly Waiting[]): readonly Waiting[] {
  const { session } = useRoom()
  const [nowMs, setNow] = useState(() => session.serverNow())
  useEffect(() => {
    if (waiting.length === 0) return
    setNow(session.serverNow())
    const timer = setInterval(() => setNow(session.serverNow()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [session, waiting])
  return stillWaiting({ waiting }, nowMs)
}
