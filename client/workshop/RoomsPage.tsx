// In front of it: a moderator who looks after three groups at once. Wants to see in five seconds which one needs them,
// go in with one click and be out again with one.
import { useState } from 'react'
import { CircleCheck, DoorClosed, Hand, Lock, LogIn, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { mayInWorkshop } from '#client/app/actor.ts'
import { ago } from '#client/app/dates.ts'
import { addressOf } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { usePlan, useRoomsNow, useWorkshop } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { classes } from '#client/ui/classes.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { courseOf } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { RoomNow } from '#shared/protocol/rooms-now.ts'
import { RoomOrders } from './RoomOrders.tsx'
import styles from './RoomsPage.module.css'

export function RoomsPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const workshopId = useParams().workshopId as WorkshopId
  const workshop = useWorkshop(workshopId)
  const now = useRoomsNow(workshopId)
  const plan = usePlan(workshopId)
  const error = now.error ?? workshop.error
  return (
    <>
      <PageHeading title={t('rooms.title')} />
      {workshop.data ? (
        <p className={styles.quiet}>
          <Link to={paths.workshop(workshopId)}>{workshop.data.title}</Link>
        </p>
      ) : null}
      <p>{t('rooms.lead')}</p>
      {workshop.data?.rehearsalOf ? <Banner tone="info">{t('rehearsal.banner')}</Banner> : null}
      {error ? (
        <Banner
          tone="danger"
          action={<Button onClick={() => void now.refetch()}>{t('common.retry')}</Button>}
        >
          {errorText(error)}
        </Banner>
      ) : null}
      {workshop.data && mayInWorkshop(workshop.data, 'workshop.edit') ? (
        <RoomOrders workshop={workshop.data} />
      ) : null}
      {workshop.data && now.data ? (
        <ul className={styles.rooms}>
          {now.data.rooms.map((room) => (
            <li key={room.groupId} className={styles.room}>
              <RoomTile workshop={workshop.data} room={room} nowMs={now.data.at} meetings={plan.data ?? []} />
            </li>
          ))}
        </ul>
      ) : error ? null : (
        <Spinner label={t('common.loading')} />
      )}
    </>
  )
}

interface RoomTileProps {
  workshop: WorkshopView
  room: RoomNow
  nowMs: number
  meetings: readonly Meeting[]
}

function RoomTile({ workshop, room, nowMs, meetings }: RoomTileProps) {
  const { t } = useTranslation()
  const group = workshop.groups.find(({ id }) => id === room.groupId)?.name ?? ''
  const { step } = room
  return (
    <>
      <h2 lang={workshop.language}>{group}</h2>
      <Glimpse workshop={workshop} room={room} group={group} />
      <p>
        <strong lang={workshop.language}>{step?.title ?? room.pageName ?? ''}</strong>
        <span className={styles.quiet}>
          {[
            t(`workshop.phaseShort.${room.phase}`),
            step ? t(`rooms.modes.${step.mode}`) : t('rooms.noStep'),
          ].join(' · ')}
        </span>
      </p>
      <p className={styles.signals}>
        <span>
          <Users aria-hidden="true" />{' '}
          {room.onlineCount > 0 ? t('rooms.here', { count: room.onlineCount }) : t('rooms.nobody')}
        </span>
        {room.finished > 0 ? (
          <span>
            <CircleCheck aria-hidden="true" /> {t('rooms.finished', { count: room.finished })}
          </span>
        ) : null}
        {room.hands > 0 ? (
          <span className={styles.needs}>
            <Hand aria-hidden="true" /> {t('rooms.hands', { count: room.hands })}
          </span>
        ) : null}
        {room.waiting > 0 ? (
          <span className={styles.needs}>
            <DoorClosed aria-hidden="true" /> {t('rooms.waiting', { count: room.waiting })}
          </span>
        ) : null}
        {room.locked ? (
          <span>
            <Lock aria-hidden="true" /> {t('rooms.locked')}
          </span>
        ) : null}
      </p>
      <Times room={room} nowMs={nowMs} meetings={meetings} />
      <Link
        className={buttonClass('primary', styles.enter)}
        to={paths.room(workshop.id, room.groupId)}
        aria-label={t('rooms.enterGroup', { group })}
      >
        <LogIn aria-hidden="true" />
        {t('rooms.enter')}
      </Link>
    </>
  )
}

/** The board as a small picture; asked for again when the room has changed. */
function Glimpse({ workshop, room, group }: { workshop: WorkshopView; room: RoomNow; group: string }) {
  const { t } = useTranslation()
  const version = `${room.pageId} ${room.changedAt ?? ''}`
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === version || room.pageId === '')
    return <div className={styles.empty}>{t('rooms.noPicture')}</div>
  const address = addressOf('roomPicture', {
    path: { workshopId: workshop.id, groupId: room.groupId },
    query: { v: String(room.changedAt ?? 0) },
  })
  return (
    <img
      className={styles.picture}
      src={address}
      alt={t('rooms.board', { group })}
      onError={() => setFailed(version)}
    />
  )
}

function Times({ room, nowMs, meetings }: Omit<RoomTileProps, 'workshop'>) {
  const { t, i18n } = useTranslation()
  const drift = driftOf(room, nowMs, meetings)
  const left = remainingMs(room.timer, nowMs)
  const time = left === null ? '' : clock(left)
  const changed =
    room.changedAt === null
      ? t('rooms.quiet')
      : t('rooms.changed', { when: ago(nowMs - room.changedAt, i18n.language) })
  return (
    <p className={styles.times}>
      {left === null ? null : (
        <span className={classes(left <= 0 && styles.needs)}>
          {left <= 0
            ? t('rooms.timeOver')
            : t(room.timer.status === 'paused' ? 'rooms.timePaused' : 'rooms.timeLeft', { time })}
        </span>
      )}
      {drift === null ? null : (
        <span className={classes(drift > 0 && styles.needs)}>
          {drift === 0
            ? t('rooms.onTime')
            : drift > 0
              ? t('rooms.behind', { minutes: drift })
              : t('rooms.ahead', { minutes: -drift })}
        </span>
      )}
      <span className={styles.quiet}>{changed}</span>
    </p>
  )
}

/** Minutes behind the plan; null where no step of a meeting runs. */
function driftOf({ step, timer }: RoomNow, nowMs: number, meetings: readonly Meeting[]): number | null {
  const meeting = step && meetings.find(({ steps }) => steps.some(({ id }) => id === step.id))
  if (!meeting) return null
  const course = courseOf(meeting, { stepId: step.id, startedAt: step.startedAt }, timer, nowMs)
  return course && Math.round(course.driftMs / MINUTE_MS)
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
