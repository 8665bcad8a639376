import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#client/room-context/room-context.ts'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import { isPhase } from '#shared/workshop/phases.ts'

/** The board has changed under everybody's hands: who brought which version back is said to all others. */
export function useRestoreNews(): void {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      session.connection.subscribe(({ restored }, before) => {
        const { me } = session.facilitation.getState()
        if (!restored || restored === before.restored || restored.by.memberId === me?.memberId) return
        const { name, by } = restored
        const version = isPhase(name) ? t(`workshop.phase.${name}`) : named(name ?? '', session.language)
        toasts.show({
          text: version
            ? t('room.notice.restored', { name: by.name, version })
            : t('room.notice.restoredUnnamed', { name: by.name }),
          tone: 'attention',
          outlastsPage: true,
        })
      }),
    [session, t],
  )
}
