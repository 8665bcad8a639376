import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { useWorkshop } from '#client/app/queries.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { RoomNotice } from './RoomNotice.tsx'

const explained = ['membership_ended', 'login_required', 'forbidden', 'protocol_version'] as const
type Explained = (typeof explained)[number]

interface EndedRoomProps {
  code: ErrorCode
  workshopId: WorkshopId
  groupId: GroupId
  rescue: ReactNode
}

/** The session is over and will not come back by itself. */
export function EndedRoom({ code, ...room }: EndedRoomProps) {
  const { t } = useTranslation()
  const reason = explained.find((known): known is Explained => known === code) ?? 'other'
  const mayReload = reason === 'protocol_version' || reason === 'other'
  if (reason === 'membership_ended' || reason === 'forbidden') return <LeftRoom {...room} reason={reason} />
  return (
    <RoomNotice title={t(`room.ended.${reason}.title`)}>
      <p>{t(`room.ended.${reason}.safe`)}</p>
      <p>{t(`room.ended.${reason}.todo`)}</p>
      {room.rescue}
      {mayReload ? (
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      ) : null}
    </RoomNotice>
  )
}

interface LeftRoomProps extends Omit<EndedRoomProps, 'code'> {
  reason: 'membership_ended' | 'forbidden'
}

/** It is not, or no longer, this person's room. Whoever was moved to another breakout goes on there. */
function LeftRoom({ reason, workshopId, groupId, rescue }: LeftRoomProps) {
  const { t } = useTranslation()
  const { data } = useWorkshop(workshopId)
  const own = data?.me.groupIds ?? []
  const language = data?.language ?? 'de'
  // What is known of the workshop may be older than the move
  const next = data?.groups.find(
    ({ id, kind, archivedAt }) =>
      kind === 'breakout' && archivedAt === null && own !== 'all' && own.includes(id) && id !== groupId,
  )
  return (
    <RoomNotice
      title={next ? t('call.to', { group: named(next.name, language) }) : t(`room.ended.${reason}.title`)}
    >
      <p>{t(`room.ended.${reason}.safe`)}</p>
      {next ? null : <p>{t(`room.ended.${reason}.todo`)}</p>}
      {rescue}
      {next ? (
        <Link className={buttonClass('primary')} to={paths.room(workshopId, next.id)}>
          <Said>{t('call.go', { group: named(next.name, language) })}</Said>
        </Link>
      ) : reason === 'forbidden' ? (
        <Link className={buttonClass('primary')} to={paths.workshop(workshopId)}>
          {t('room.ended.toWorkshop')}
        </Link>
      ) : null}
    </RoomNotice>
  )
}
