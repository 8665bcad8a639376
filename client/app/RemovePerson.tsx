import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { MemberId, WorkshopId } from '#shared/base/ids.ts'
import { useErrorText } from './error-text.ts'
import { useChange } from './queries.ts'
import styles from './RemovePerson.module.css'

interface RemovePersonProps {
  workshopId: WorkshopId
  person: { id: MemberId; name: string }
  onClose: () => void
}

/** Asks before somebody has to leave a workshop, and whether the invitation closes by which they came. */
export function RemovePerson({ workshopId, person: { id: memberId, name }, onClose }: RemovePersonProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const hintId = useId()
  const remove = useChange('removeMember')
  const [revokesInvite, setRevokesInvite] = useState(true)
  // The row goes with the person, and this component with it, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void remove
      .mutateAsync({
        path: { workshopId, memberId },
        query: { invite: revokesInvite ? 'revoke' : 'keep' },
      })
      .then(() => toasts.show({ text: t('workshop.members.removeDone', { name }) }))
      .catch((error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }))
      .finally(onClose)
  return (
    <ConfirmDialog
      title={t('workshop.members.removeTitle', { name })}
      open
      confirm={t('common.remove')}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('workshop.members.removeText')}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={revokesInvite}
          aria-describedby={hintId}
          onChange={(event) => setRevokesInvite(event.target.checked)}
        />
        {t('workshop.members.removeInvite')}
      </label>
      <span id={hintId} className={styles.hint}>
        {t('workshop.members.removeInviteHint')}
      </span>
    </ConfirmDialog>
  )
}
