import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import { dayAndTime } from '#client/room-context/times-of-day.ts'
import { useRestoreVersion } from './versions.ts'

/** Restoring concerns everybody, so it is asked once, and can be taken back afterwards. */
export function RestoreDialog({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const restore = useRestoreVersion()
  const failed = () =>
    toasts.show({ text: t('facilitation.versions.failed'), tone: 'attention', outlastsPage: true })
  // By then this dialog is long gone, and with it the callbacks of `mutate`.
  const takeBack = (before: VersionView) =>
    void restore
      .mutateAsync(before)
      .then(() => toasts.show({ text: t('facilitation.versions.undone'), outlastsPage: true }))
      .catch(failed)
  const confirm = () =>
    restore.mutate(version, {
      onSuccess: ({ before }) => {
        toasts.show({
          text: t('facilitation.versions.restored', { name: version.name }),
          outlastsPage: true,
          action: { label: t('common.undo'), run: () => takeBack(before) },
        })
        onClose()
      },
      onError: failed,
    })
  return (
    <Dialog
      title={t('facilitation.versions.restoreTitle')}
      open
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={restore.isPending} onClick={confirm}>
            {t('facilitation.versions.restore')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{version.name}</strong>
      </p>
      <p>{t('facilitation.versions.restoreText', { time: dayAndTime(version.createdAt, i18n.language) })}</p>
    </Dialog>
  )
}
