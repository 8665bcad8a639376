import { useId, useState, type SubmitEvent } from 'react'
import { ArrowRightLeft, Link as LinkIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'

/** What somebody without an account may change about themselves: the way back, and the group if they chose it. */
export function OwnPlace({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'returnLink' | 'group' | null>(null)
  const close = () => setOpen(null)
  const { me } = workshop
  if (me.hasAccount) return null
  return (
    <div className={styles.tools}>
      <Button icon={<LinkIcon aria-hidden="true" />} onClick={() => setOpen('returnLink')}>
        {t('account.own.returnLink')}
      </Button>
      {me.mayChooseGroup ? (
        <Button icon={<ArrowRightLeft aria-hidden="true" />} onClick={() => setOpen('group')}>
          {t('account.own.chooseGroup')}
        </Button>
      ) : null}
      {open === 'returnLink' ? (
        <ReturnLinkDialog
          title={t('account.own.returnTitle')}
          question={t('account.own.returnConfirm')}
          answer={t('account.joined.returnText')}
          endpoint="renewOwnReturnLink"
          path={{ workshopId: workshop.id }}
          onClose={close}
        />
      ) : null}
      {open === 'group' ? <ChooseGroupDialog workshop={workshop} onClose={close} /> : null}
    </div>
  )
}

function ChooseGroupDialog({ workshop, onClose }: { workshop: WorkshopView; onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const formId = useId()
  const choose = useChange<unknown>('chooseGroup')
  const groups = workshop.groups.filter(({ kind, archivedAt }) => kind === 'project' && archivedAt === null)
  const { groupIds } = workshop.me
  const now = groups.find(({ id }) => groupIds === 'all' || groupIds.includes(id)) ?? groups[0]!
  const [groupId, setGroupId] = useState(now.id)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const name = groups.find(({ id }) => id === groupId)?.name ?? ''
    choose.mutate(
      { path: { workshopId: workshop.id }, body: { groupId } },
      {
        onSuccess: () => {
          toasts.show({ text: t('account.own.groupChosen', { name }) })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      title={t('account.own.chooseGroup')}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={choose.isPending}>
            {t('account.own.chooseGroup')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <Select
          label={t('account.own.chooseGroupText')}
          value={groupId}
          onChange={setGroupId}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {choose.error ? <Banner tone="danger">{errorText(choose.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
