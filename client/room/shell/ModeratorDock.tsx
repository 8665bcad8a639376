import { ArrowLeft, ArrowRight, Hand, Lock, LockOpen, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStore } from 'zustand'
import { paths } from '#client/app/paths.ts'
import { Button } from '#client/ui/Button.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { goingTo, stepsAround } from '#client/facilitation/place/agenda-steps.ts'
import { enterable } from './GroupSwitch.tsx'
import styles from './ModeratorDock.module.css'
import { doneCount, presentMembers, raisedHands } from '#client/room-context/present-members.ts'
import { useFacilitation, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { TimerControls } from '#client/facilitation/timer/TimerControls.tsx'
import { useCommand } from '#client/room-context/use-command.ts'
import { usePhone } from '#client/room-context/use-phone.ts'
import { VersionsButton } from '../versions/VersionsButton.tsx'

/** Everything a moderator imposes on the room, in one row below the content. */
export function ModeratorDock() {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <section className={styles.dock} aria-label={t('facilitation.dock.label')}>
      <PageControls />
      <span className={styles.divider} />
      <TimerControls />
      <span className={styles.divider} />
      <LockControl />
      <GatherControl />
      <span className={styles.divider} />
      <Signals />
      {phone ? <VersionsButton /> : null}
      <GroupsMenu />
    </section>
  )
}

function PageControls() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const send = useCommand()
  const state = useFacilitation((facilitation) => facilitation.state)
  const own = useView(({ pageId }) => pageId)
  const steps = stepsAround(usePages(), state?.place.pageId ?? null, own)
  // The own view goes first: then nobody has to be brought along to where they already are.
  const open = (page: RoomPage) => {
    view.setState({ pageId: page.id, focusShapeId: null, broughtFrom: null })
    void send(goingTo(page, state?.place.phase ?? null))
  }
  const { previous, onward } = steps
  const label = onward && t(`facilitation.dock.${onward.kind}`, { page: onward.page.name })
  return (
    <>
      <Button
        variant="quiet"
        icon={<ArrowLeft aria-hidden="true" />}
        disabled={!previous}
        title={previous ? t('facilitation.dock.backTo', { page: previous.name }) : undefined}
        onClick={() => previous && open(previous)}
      >
        {t('facilitation.dock.back')}
      </Button>
      <Button
        variant="primary"
        className={styles.onward}
        icon={<ArrowRight aria-hidden="true" />}
        disabled={!onward}
        onClick={() => onward && open(onward.page)}
      >
        <span className={styles.cut}>{label ?? t('facilitation.dock.lastPage')}</span>
      </Button>
    </>
  )
}

function LockControl() {
  const { t } = useTranslation()
  const send = useCommand()
  const locked = useFacilitation(({ state }) => state?.lock.status === 'locked')
  return (
    <Button
      variant={locked ? 'secondary' : 'quiet'}
      icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
      onClick={() => void send({ type: locked ? 'unlock' : 'lock' })}
    >
      {locked ? t('facilitation.dock.unlock') : t('facilitation.dock.lock')}
    </Button>
  )
}

function GatherControl() {
  const { t } = useTranslation()
  const { view, board } = useRoom()
  const send = useCommand()
  const gather = async () => {
    const { face, pageId } = view.getState()
    const seen = face === 'board' ? board.current?.visibleArea() : undefined
    const target = seen?.pageId ?? pageId
    if (target === null) return
    const gathered = await send({ type: 'gather', pageId: target, area: seen?.area ?? null })
    if (gathered) toasts.show({ text: t('facilitation.gathered') })
  }
  return (
    <Button variant="quiet" icon={<Users aria-hidden="true" />} onClick={() => void gather()}>
      {t('facilitation.dock.gather')}
    </Button>
  )
}

function Signals() {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const peers = useStore(session.presence.peers)
  const members = presentMembers(peers, null)
  const hands = raisedHands(members).length
  const { done, count } = doneCount(members)
  return (
    <>
      {count > 0 ? <span className={styles.done}>{t('facilitation.dock.done', { done, count })}</span> : null}
      <Button
        variant={hands > 0 ? 'secondary' : 'quiet'}
        icon={<Hand aria-hidden="true" />}
        onClick={() => togglePanel(view, { type: 'hands' })}
      >
        {hands > 0 ? t('facilitation.dock.hands', { count: hands }) : t('facilitation.dock.noHands')}
      </Button>
    </>
  )
}

/** All groups at a glance, and the way into each. */
function GroupsMenu() {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const navigate = useNavigate()
  const items = enterable(workshop.groups, workshop.me.groupIds).map(({ id, name, onlineCount }) => ({
    id,
    label: t('facilitation.dock.groupOnline', { name, count: onlineCount }),
    disabled: id === group.id,
    onSelect: () => void navigate(paths.room(workshop.id, id)),
  }))
  return <Menu label={t('facilitation.dock.groups')} variant="quiet" items={items} />
}
