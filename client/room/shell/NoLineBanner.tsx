import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ConnectionState, RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { useSteadilyOffline } from './use-steadily-offline.ts'

/** Says that there is no connection, what of the own words is safe, and whom to ask where something does not let it through. */
export function NoLineBanner({ session }: { session: Pick<RoomSession, 'connection'> }) {
  const { t } = useTranslation()
  const offline = useSteadilyOffline(session)
  const { blocked, copyKept, ready } = useStore(session.connection)
  if (!offline && !blocked) return null
  return (
    <Banner tone="attention">
      <p>{t(`room.notice.${noticeOf({ blocked, copyKept, ready })}`)}</p>
      {blocked ? (
        // While there is nothing else to see, all of it; beside the room it would take half a phone
        <details open={!ready}>
          <summary>{t('room.notice.blockedAdminTitle')}</summary>
          <p>{t('room.notice.blockedAdmin', { address: window.location.origin })}</p>
        </details>
      ) : null}
    </Banner>
  )
}

function noticeOf({ blocked, copyKept, ready }: Pick<ConnectionState, 'blocked' | 'copyKept' | 'ready'>) {
  if (blocked) return copyKept || !ready ? 'blocked' : 'blockedNoCopy'
  if (!ready) return 'noLineYet'
  return copyKept ? 'offline' : 'offlineNoCopy'
}
