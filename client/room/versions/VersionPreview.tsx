import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListView } from '#client/list-view/ListView.tsx'
import { previewSession } from '#client/session/preview-session.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { VersionView } from '#shared/protocol/api.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import { useVersionState } from './versions.ts'

/** A version as an outline, in a document of its own that touches nothing. */
export function VersionPreview({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const { t } = useTranslation()
  const state = useVersionState(version)
  return (
    <Dialog
      title={t('facilitation.versions.previewTitle', { name: version.name })}
      open
      size="large"
      onClose={onClose}
    >
      <p>{t('facilitation.versions.previewNote')}</p>
      {state.isError ? <Banner tone="attention">{t('facilitation.versions.failed')}</Banner> : null}
      {state.data ? <PreviewList update={state.data} /> : null}
      {state.isPending ? <Spinner label={t('common.loading')} /> : null}
    </Dialog>
  )
}

function PreviewList({ update }: { update: Uint8Array }) {
  const { session } = useRoom()
  const pageId = useView((view) => view.pageId)
  const [preview, setPreview] = useState<RoomSession | null>(null)
  useEffect(() => {
    const opened = previewSession(session, update)
    setPreview(opened)
    return () => opened.destroy()
  }, [session, update])
  if (!preview) return null
  return <ListView session={preview} pageId={pageId ?? undefined} onOpenCard={() => undefined} readOnly />
}
