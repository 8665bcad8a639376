import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { RoomNotice } from './RoomNotice.tsx'

const explained = ['membership_ended', 'login_required', 'forbidden', 'protocol_version'] as const
type Explained = (typeof explained)[number]

interface EndedRoomProps {
  code: ErrorCode
  workshopId: WorkshopId
  rescue: ReactNode
}

/** The session is over and will not come back by itself. */
export function EndedRoom({ code, workshopId, rescue }: EndedRoomProps) {
  const { t } = useTranslation()
  const reason = explained.find((known): known is Explained => known === code) ?? 'other'
  const mayReload = reason === 'protocol_version' || reason === 'other'
  return (
    <RoomNotice title={t(`room.ended.${reason}.title`)}>
      <p>{t(`room.ended.${reason}.safe`)}</p>
      <p>{t(`room.ended.${reason}.todo`)}</p>
      {rescue}
      {mayReload ? (
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      ) : null}
      {reason === 'forbidden' ? (
        <Link className={buttonClass('primary')} to={paths.workshop(workshopId)}>
          {t('room.ended.toWorkshop')}
        </Link>
      ) : null}
    </RoomNotice>
  )
}
