import { useId, useState, type SubmitEvent } from 'react'
import { ArrowRightLeft, DoorOpen, Link as LinkIcon, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange, useEntrance } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { named } from '#client/ui/named.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { keepsWorkshop } from '#shared/workshop/permissions.ts'
import styles from './dialogs.module.css'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'

/** What people may change about themselves: the way back and the group, a rest, and leaving for good. */
export function OwnPlace({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'returnLink' | 'group' | 'leave' | null>(null)
  const close = () => setOpen(null)
  const { me } = workshop
  // Whoever lets others in looks after themselves in the list of people
  const isGuest = !keepsWorkshop(me.role)
  if (me.hasAccount && !isGuest) return null
  return (
    <div className={styles.tools}>
      {me.hasAccount ? null : (
        <Button icon={<LinkIcon aria-hidden="true" />} onClick={() => setOpen('returnLink')}>
          {t('account.own.returnLink')}
        </Button>
      )}
      {me.mayChooseGroup ? (
        <Button icon={<ArrowRightLeft aria-hidden="true" />} onClick={() => setOpen('group')}>
          {t('account.own.chooseGroup')}
        </Button>
      ) : null}
      {isGuest ? <RestButton workshop={workshop} /> : null}
      {isGuest ? (
        <Button variant="quiet" icon={<DoorOpen aria-hidden="true" />} onClick={() => setOpen('leave')}>
          {t('account.own.quit')}
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
      {open === 'leave' ? <LeaveDialog workshop={workshop} onClose={close} /> : null}
    </div>
  )
}

function RestButton({ workshop: { id, me } }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const rest = useChange<unknown>('rest')
  const isPaused = me.standing === 'paused'
  const change = () =>
    rest.mutate(
      { path: { workshopId: id }, body: { standing: isPaused ? 'present' : 'paused' } },
      {
        onSuccess: () => toasts.show({ text: t(isPaused ? 'account.own.resumed' : 'account.own.paused') }),
        onError: (error) => toasts.show({ text: errorText(error), tone: 'danger' }),
      },
    )
  return (
    <Button
      icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
      busy={rest.isPending}
      onClick={change}
    >
      {t(isPaused ? 'account.own.resume' : 'account.own.pause')}
    </Button>
  )
}

function LeaveDialog({ workshop: { id, title }, onClose }: { workshop: WorkshopView; onClose: () => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const leave = useEntrance('leaveWorkshop')
  // The page goes with the membership, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void leave.mutateAsync({ path: { workshopId: id } }).then(
      () => {
        toasts.show({ text: t('account.own.quitDone', { title }) })
        void navigate(paths.start)
      },
      (error: Error) => {
        toasts.show({ text: errorText(error), tone: 'danger' })
        onClose()
      },
    )
  return (
    <ConfirmDialog
      title={t('account.own.quitTitle')}
      open
      confirm={t('account.own.quit')}
      danger
      busy={leave.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('account.own.quitText')}
    </ConfirmDialog>
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
          options={groups.map(({ id, name }) => ({ value: id, label: named(name, workshop.language) }))}
        />
        {choose.error ? <Banner tone="danger">{errorText(choose.error)}</Banner> : null}
      </form>
    </Dialog>
  )
}
