import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mayInRoom } from '#client/app/actor.ts'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import type { BroughtResults } from '#shared/protocol/breakouts.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import type { Home } from '#shared/document/home.ts'

/** Ways of cards between this room and the others of the workshop. */
export function useRoomHomes(workshop: WorkshopView, group: GroupView) {
  const { t } = useTranslation()
  const explain = useErrorText()
  return useMemo(() => {
    const mayBring = group.kind !== 'plenum' && mayInRoom(workshop, 'room.facilitate', group.id)
    const bring = async (artefactIds: readonly string[]) => {
      try {
        const path = { workshopId: workshop.id, groupId: group.id }
        const { brought, renewed, apart, withheld } = await call<BroughtResults>('bringResults', {
          path,
          body: { artefactIds },
        })
        const text =
          withheld > 0
            ? t('artefacts.home.withheld', { count: withheld })
            : brought > 0
              ? t('artefacts.home.brought', { count: brought })
              : renewed > 0
                ? t('artefacts.home.renewed', { count: renewed })
                : t(apart > 0 ? 'artefacts.home.apart' : 'artefacts.home.known')
        toasts.show({ text, ...(withheld > 0 && { tone: 'attention' as const }) })
      } catch (error) {
        toasts.show({ text: explain(error), tone: 'danger' })
      }
    }
    return {
      bring: mayBring ? (ids: readonly string[]) => void bring(ids) : null,
      wayTo: ({ groupId, artefactId }: Home) => {
        const from = workshop.groups.find(({ id }) => id === groupId)
        if (!from || !mayInRoom(workshop, 'room.read', groupId)) return null
        return {
          address: paths.inRoom(workshop.id, groupId, { card: artefactId }),
          group: named(from.name, workshop.language),
        }
      },
    }
  }, [workshop, group, t, explain])
}
