import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useParams } from 'react-router'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { isId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { EnterRoom } from './EnterRoom.tsx'
import { RoomNotice } from './RoomNotice.tsx'
import { RoomSkeleton } from './RoomSkeleton.tsx'

/** The room of one group: /werkstatt/:workshopId/gruppe/:groupId */
export function RoomPage() {
  const { workshopId = '', groupId = '' } = useParams()
  const workshop = useQuery({
    queryKey: ['workshop', workshopId],
    queryFn: ({ signal }) => call<WorkshopView>('workshop', { path: { workshopId }, signal }),
    enabled: isId(workshopId),
    refetchOnWindowFocus: false,
  })
  if (!isId(workshopId)) return <RoomMissing />
  if (workshop.data) {
    const group = workshop.data.groups.find(({ id }) => id === groupId)
    return group ? <EnterRoom key={groupId} workshop={workshop.data} group={group} /> : <RoomMissing />
  }
  if (workshop.error) return <NotLoaded error={workshop.error} onRetry={() => void workshop.refetch()} />
  return <RoomSkeleton />
}

function NotLoaded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const { pathname } = useLocation()
  if (error instanceof Problem && error.code === 'login_required') {
    return <Navigate to="/" replace state={{ closedRoom: pathname }} />
  }
  if (error instanceof Problem && error.httpStatus < 500 && error.httpStatus !== 429) return <RoomMissing />
  return (
    <RoomNotice title={t('room.notLoaded.title')}>
      <Banner tone="attention">{explain(error)}</Banner>
      <Button variant="primary" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </RoomNotice>
  )
}

function RoomMissing() {
  const { t } = useTranslation()
  return (
    <RoomNotice title={t('room.notLoaded.title')}>
      <p>{t('room.notLoaded.otherRoom')}</p>
    </RoomNotice>
  )
}
