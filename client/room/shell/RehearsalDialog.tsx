import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { StartedRehearsal } from '#shared/protocol/rehearsal.ts'
import styles from './ScreenDialog.module.css'

/** Before a rehearsal begins: what it is, and that nothing of it stays. */
export function RehearsalDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { workshop, group } = useRoom()
  const start = useChange<StartedRehearsal>('startRehearsal')
  const begin = () =>
    start.mutate(
      { path: { workshopId: workshop.id, groupId: group.id } },
      {
        onSuccess: ({ workshopId, groupId }) => {
          onClose()
          void navigate(paths.room(workshopId, groupId))
        },
      },
    )
  return (
    <Dialog
      title={t('rehearsal.title')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" busy={start.isPending} onClick={begin}>
            {t('rehearsal.start')}
          </Button>
        </>
      }
    >
      <div className={styles.about}>
        <p>{t('rehearsal.about')}</p>
        <p>{t('rehearsal.trace')}</p>
        {start.error ? <Banner tone="danger">{errorText(start.error)}</Banner> : null}
      </div>
    </Dialog>
  )
}
