import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFacilitation, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import { inPhaseOrder } from '#client/room-context/room-pages.ts'
import { toasts } from '#client/ui/toasts.ts'
import { browseTo } from '#client/ui-state/room-view.ts'

/** Nobody is left on a page that is gone: they come to the group's, or to the first, and are told. */
export function useLostPage(): void {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  const pages = usePages()
  const pageId = useView((state) => state.pageId)
  const group = useFacilitation(({ state }) => state?.place.pageId)
  const synced = useStore(session.connection, (connection) => connection.synced)
  useEffect(() => {
    // Before the document is there every page is missing
    if (!synced || pageId === null || pages.some(({ id }) => id === pageId)) return
    const next = pages.find(({ id }) => id === group) ?? inPhaseOrder(pages)[0]
    if (!next) return
    browseTo(view, next.id)
    toasts.show({ text: t('room.pages.gone'), outlastsPage: true })
  }, [synced, pageId, pages, group, view, t])
}
