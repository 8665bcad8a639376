import { useEffect, useState } from 'react'
import { DoorOpen, Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { useWorkshop } from '#client/app/queries.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { SummonsTarget } from '#shared/facilitation/call/state.ts'
import type { GroupView } from '#shared/protocol/api.ts'
import styles from './CallBand.module.css'

/** What the moderation says to the whole room, and where it asks people to go. Nobody is moved while they write. */
export function CallBand() {
  const call = useFacilitation(({ state }) => state?.call)
  if (!call) return null
  return (
    <>
      {call.message ? <Message key={call.message.at} {...call.message} /> : null}
      {call.summons ? <Summons key={call.summons.at} to={call.summons.to} /> : null}
    </>
  )
}

function Message({ text, at }: { text: string; at: number }) {
  const { t } = useTranslation()
  const send = useCommand()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const [isRead, setRead] = useState(() => readMessages.has(at))
  useEffect(() => {
    if (!readMessages.has(at)) announce(t('call.said', { text }))
  }, [at, text, t])
  if (isRead) return null
  const close = () => {
    readMessages.add(at)
    setRead(true)
  }
  return (
    <section className={styles.band} aria-label={t('call.message')}>
      <Megaphone aria-hidden="true" />
      <p className={styles.words}>
        <strong>{t('call.message')}</strong> {text}
      </p>
      <Button onClick={close}>{t('call.read')}</Button>
      {mayFacilitate ? (
        <Button variant="quiet" onClick={() => void send({ type: 'clearMessage' })}>
          {t('call.clear')}
        </Button>
      ) : null}
    </section>
  )
}

/** Which messages this person has closed since the page was loaded; nobody else learns of it. */
const readMessages = new Set<number>()

function Summons({ to }: { to: SummonsTarget }) {
  const { t } = useTranslation()
  const { workshop: entered, group } = useRoom()
  // Rooms may have come since this one was entered
  const workshop = useWorkshop(entered.id).data ?? entered
  const send = useCommand()
  const navigate = useNavigate()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const targets = targetsOf(to, workshop.groups, workshop.me.groupIds)
  const others = targets.some(({ id }) => id === group.id) ? [] : targets
  const [only] = others
  const said = !only
    ? null
    : others.length > 1
      ? t('call.choose')
      : t('call.to', { group: named(only.name, workshop.language) })
  useEffect(() => {
    if (said) announce(said)
  }, [said])
  // Asked in before the rooms were there, or after they went: nobody is sent anywhere
  const isEmpty = to === 'breakout' && !workshop.groups.some(isOpenBreakout)
  if (isEmpty || (!mayFacilitate && !said)) return null
  return (
    <section className={styles.band} aria-label={t('call.summons')}>
      <DoorOpen aria-hidden="true" />
      <p className={styles.words}>
        <strong>
          <Said>{said ?? t('call.sentOut')}</Said>
        </strong>
      </p>
      {others.map(({ id, name, onlineCount }) => (
        <Button key={id} variant="primary" onClick={() => void navigate(paths.room(workshop.id, id))}>
          <Said>
            {others.length > 1
              ? t('call.goAmong', { group: named(name, workshop.language), count: onlineCount })
              : t('call.go', { group: named(name, workshop.language) })}
          </Said>
        </Button>
      ))}
      {mayFacilitate ? (
        <Button variant="quiet" onClick={() => void send({ type: 'endSummons' })}>
          {t('call.end')}
        </Button>
      ) : null}
    </section>
  )
}

const isOpenBreakout = ({ kind, archivedAt }: GroupView) => kind === 'breakout' && archivedAt === null

/**
 * Their own group for those who belong to one, or those of the breakouts they may choose from; whoever enters all of them
 * is sent nowhere.
 */
function targetsOf(
  to: SummonsTarget,
  groups: readonly GroupView[],
  own: readonly GroupView['id'][] | 'all',
): GroupView[] {
  if (to !== 'own' && to !== 'breakout') return groups.filter(({ id }) => id === to)
  if (own === 'all') return []
  const mine = groups.filter(({ id, archivedAt }) => own.includes(id) && archivedAt === null)
  if (to === 'breakout') return mine.filter(({ kind }) => kind === 'breakout')
  return mine.filter(({ kind }) => kind === 'project').slice(0, 1)
}
