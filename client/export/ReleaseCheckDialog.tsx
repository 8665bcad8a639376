import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { onPage } from './check-parts.ts'
import { ReleaseCheck } from './ReleaseCheck.tsx'
import styles from './ReleaseCheck.module.css'
import { useReleaseCheck } from './use-release-check.ts'

/** What is about to leave. */
interface Leaver {
  /** As people call it. */
  name: string
  /** null: the whole workshop. */
  groupId: GroupId | null
  /** Only what lies on this page; null: everything. */
  pageId: string | null
  /** The complete backup, which withholds nothing. */
  isComplete: boolean
}

interface ReleaseCheckDialogProps {
  workshop: WorkshopView
  leaver: Leaver
  onClose: () => void
  /** The link or button that lets it out. */
  take: ReactNode
  /** What it will look like. */
  preview: ReactNode
  /** How it is going with that. */
  notice?: ReactNode
}

/** Stands before everything that leaves a group: what stays behind, why, and who could let it out. */
export function ReleaseCheckDialog(props: ReleaseCheckDialogProps) {
  const { workshop, leaver, onClose, take, preview, notice } = props
  const { t } = useTranslation()
  return (
    <Dialog
      open
      size="large"
      title={t('workshop.check.title', { name: leaver.name })}
      onClose={onClose}
      actions={
        <>
          {notice ? <div className={styles.notice}>{notice}</div> : null}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {take}
        </>
      }
    >
      <div className={styles.beside}>
        <div className={styles.looks}>{preview}</div>
        <div className={styles.checked}>
          {leaver.isComplete ? (
            <Banner tone="attention">{t('workshop.check.complete')}</Banner>
          ) : (
            <Check workshop={workshop} leaver={leaver} onGone={onClose} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Check(props: { workshop: WorkshopView; leaver: Leaver; onGone: () => void }) {
  const { workshop, leaver, onGone } = props
  const { t } = useTranslation()
  const explain = useErrorText()
  const check = useReleaseCheck(workshop.id, leaver.groupId)
  if (check.data) {
    const { pageId } = leaver
    const groups = pageId === null ? check.data.groups : check.data.groups.map((one) => onPage(one, pageId))
    return <ReleaseCheck {...{ workshop, groups, onGone }} moderators={check.data.moderators} />
  }
  if (check.isPending) return <Spinner label={t('workshop.check.looking')} />
  return (
    <Banner
      tone="attention"
      action={<Button onClick={() => void check.refetch()}>{t('common.retry')}</Button>}
    >
      {explain(check.error)} {t('workshop.check.safeAnyway')}
    </Banner>
  )
}
