import { useState } from 'react'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { releaseState } from '#shared/consent/release-decisions.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useMayInRoom } from './use-artefact.ts'

/**
 * People withdraw their consent also when all is over: the one thing that moderators still change in the archive. There
 * is no way back before the group is out of it again.
 */
export function WithdrawInArchive({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const mayWithdraw = useMayInRoom(session, 'room.withdraw')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const state = releaseState(artefact)
  if (!session.archived || !mayWithdraw || state === null || state === 'closed') return null

  const of = traitsOf(artefact.kind).release?.by === 'consent' ? 'consent' : 'words'
  const withdraw = async () => {
    setBusy(true)
    const { workshopId, groupId } = session
    const body = { decisions: [{ artefactId: artefact.id, release: 'closed' }] }
    try {
      await call('decideReleases', { path: { workshopId, groupId }, body })
      toasts.show({ text: t('artefacts.release.withdrawn') })
      setAsking(false)
    } catch (error) {
      toasts.show({ text: explain(error), tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <Button icon={<Lock aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t(`artefacts.release.withdraw.${of}`)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(`artefacts.release.withdraw.${of}Title`)}
        confirm={t('artefacts.release.withdraw.confirm')}
        busy={busy}
        onConfirm={() => void withdraw()}
        onClose={() => setAsking(false)}
      >
        <p>{t(`artefacts.release.withdraw.${of}Text`)}</p>
      </ConfirmDialog>
    </div>
  )
}
