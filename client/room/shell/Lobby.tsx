import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { Spinner } from '#client/ui/Spinner.tsx'
import { RoomNotice } from './RoomNotice.tsx'

/** Before a closed door. The room opens by itself once the moderation lets this person in. */
export function Lobby({ title, group }: { title: string; group: string }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${t('room.lobby.title')} · ${group} · Werkraum`
  }, [t, group])
  return (
    <RoomNotice title={t('room.lobby.title')}>
      <p>{t('room.lobby.where', { group, title })}</p>
      <Spinner label={t('room.lobby.waiting')} />
      <p>{t('room.lobby.meanwhile')}</p>
      {/* Tabs of their own: whoever leaves this one no longer waits */}
      <ul>
        <li>
          <Link to={paths.practice} target="_blank">
            {t('room.lobby.practice')}
          </Link>
        </li>
        <li>
          <Link to={paths.connection} target="_blank">
            {t('room.lobby.connection')}
          </Link>
        </li>
      </ul>
    </RoomNotice>
  )
}
