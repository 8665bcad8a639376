import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { finishedCount } from './finished-count.ts'

/** "3 von 8 fertig", without names. */
export function FinishedCount({ className }: { className: string | undefined }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const finished = useFacilitation(({ state }) => state?.finished ?? null)
  const me = useFacilitation((facilitation) => facilitation.me)
  if (!finished) return null
  const { done, count } = finishedCount(presentMembers(peers, me), finished)
  if (count === 0) return null
  return <span className={className}>{t('facilitation.dock.done', { done, count })}</span>
}
