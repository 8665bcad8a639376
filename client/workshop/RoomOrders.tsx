import { useId, useState, type SubmitEvent } from 'react'
import { DoorOpen, Megaphone, Plus, Split, Timer, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useBreakouts, useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { GiveOrderRequest, OrderGiven } from '#shared/protocol/rooms-now.ts'
import { BreakoutDialog } from './breakouts/BreakoutDialog.tsx'
import { BreakoutPanel } from './breakouts/BreakoutPanel.tsx'
import styles from './RoomsPage.module.css'

type Command = GiveOrderRequest['command']

const MINUTE_MS = 60_000
const EXTENSION_MINUTES = 5
const USUAL_MINUTES = '20'

/** What a moderator imposes on several rooms at once: out into the groups, a common time, a word, and back. */
export function RoomOrders({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const give = useOrder(workshop)
  const [open, setOpen] = useState<'message' | 'timer' | 'breakouts' | null>(null)
  const breakouts = useBreakouts(workshop.id)
  const plenum = workshop.groups.find(({ kind }) => kind === 'plenum')
  const projects = workshop.groups
    .filter(({ kind, archivedAt }) => kind === 'project' && archivedAt === null)
    .map(({ id }) => id)
  const opened = breakouts.data?.open.map(({ groupId }) => groupId) ?? []
  const areOpen = opened.length > 0
  /** The rooms outside of the plenum in which people work now. */
  const outside = areOpen ? opened : projects
  if (!plenum) return null
  const sendOut = async () => {
    await give(outside, { type: 'endSummons' }, null)
    await give([plenum.id], { type: 'summon', to: areOpen ? 'breakout' : 'own' }, t('rooms.orders.sentOut'))
  }
  const callBack = async () => {
    await give([plenum.id], { type: 'endSummons' }, null)
    await give(outside, { type: 'summon', to: plenum.id }, t('rooms.orders.calledBack'))
  }
  const intoProjectRooms = async (minutes: number, task: string) => {
    const timer: Command = { type: 'startTimer', durationMs: minutes * MINUTE_MS }
    if (!(await give(projects, timer, null))) return false
    if (task !== '') await give(projects, { type: 'sayToRoom', text: task }, null)
    await sendOut()
    return true
  }
  const extend: Command = { type: 'extendTimer', byMs: EXTENSION_MINUTES * MINUTE_MS }
  return (
    <>
      <section className={styles.orders} aria-label={t('rooms.orders.label')}>
        {breakouts.data && !areOpen ? (
          <Button variant="primary" icon={<Split aria-hidden="true" />} onClick={() => setOpen('breakouts')}>
            {t('rooms.breakouts.form')}
          </Button>
        ) : null}
        <Button icon={<DoorOpen aria-hidden="true" />} onClick={() => void sendOut()}>
          {t('rooms.orders.sendOut')}
        </Button>
        <Button icon={<Timer aria-hidden="true" />} onClick={() => setOpen('timer')}>
          {t('rooms.orders.timer')}
        </Button>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => void give(outside, extend, t('rooms.orders.extended', { count: EXTENSION_MINUTES }))}
        >
          {t('rooms.orders.extend', { count: EXTENSION_MINUTES })}
        </Button>
        <Button icon={<Megaphone aria-hidden="true" />} onClick={() => setOpen('message')}>
          {t('rooms.orders.message')}
        </Button>
        <Button icon={<Undo2 aria-hidden="true" />} onClick={() => void callBack()}>
          {t('rooms.orders.callBack', { plenum: plenum.name })}
        </Button>
        {open === 'message' ? (
          <MessageDialog
            workshop={workshop}
            onClose={() => setOpen(null)}
            onSend={(ids, text) => give(ids, { type: 'sayToRoom', text }, t('rooms.orders.said'))}
          />
        ) : null}
        {open === 'timer' ? (
          <TimeDialog
            onClose={() => setOpen(null)}
            onStart={(minutes) =>
              give(
                outside,
                { type: 'startTimer', durationMs: minutes * MINUTE_MS },
                t('rooms.orders.started'),
              )
            }
          />
        ) : null}
        {open === 'breakouts' && breakouts.data ? (
          <BreakoutDialog
            workshop={workshop}
            breakouts={breakouts.data}
            onProjectRooms={intoProjectRooms}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </section>
      {breakouts.data && areOpen ? <BreakoutPanel workshop={workshop} breakouts={breakouts.data} /> : null}
    </>
  )
}

/** Gives a command and says how it went; names the rooms that did not take it. Answers whether it was sent at all. */
function useOrder(workshop: WorkshopView) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const { mutateAsync } = useChange<OrderGiven>('giveOrder')
  return async (groupIds: readonly GroupId[], command: Command, done: string | null): Promise<boolean> => {
    try {
      const { refused } = await mutateAsync({
        path: { workshopId: workshop.id },
        body: { groupIds, command },
      })
      const [first] = refused
      if (first) {
        const names = refused.map(({ groupId }) => workshop.groups.find(({ id }) => id === groupId)?.name)
        const reason = explain(new Problem(first.code))
        toasts.show({
          text: t('rooms.orders.refused', { groups: names.join(', '), reason }),
          tone: 'attention',
        })
      } else if (done !== null) toasts.show({ text: done })
      return true
    } catch (error) {
      toasts.show({ text: explain(error), tone: 'danger' })
      return false
    }
  }
}

interface MessageDialogProps {
  workshop: WorkshopView
  onClose: () => void
  onSend: (groupIds: readonly GroupId[], text: string) => Promise<boolean>
}

function MessageDialog({ workshop, onClose, onSend }: MessageDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  const [to, setTo] = useState('all')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const isEmpty = text.trim() === ''
  const inUse = workshop.groups.filter(({ archivedAt }) => archivedAt === null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    const ids = inUse.map(({ id }) => id).filter((id) => to === 'all' || id === to)
    if (!isEmpty) void onSend(ids, text.trim()).then((sent) => sent && onClose())
  }
  return (
    <Dialog
      title={t('rooms.orders.message')}
      open
      onClose={onClose}
      size="small"
      actions={<Actions formId={formId} label={t('rooms.orders.send')} onClose={onClose} />}
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <Select
          label={t('rooms.orders.to')}
          value={to}
          onChange={setTo}
          options={[
            { value: 'all', label: t('rooms.orders.toAll') },
            ...inUse.map(({ id, name }) => ({ value: id, label: named(name, workshop.language) })),
          ]}
        />
        <TextArea
          label={t('rooms.orders.words')}
          hint={t('rooms.orders.wordsHint')}
          rows={3}
          autoFocus
          maxLength={limits.maxRoomMessageChars}
          value={text}
          onChange={setText}
          error={asked && isEmpty ? t('rooms.orders.wordsError') : null}
        />
      </form>
    </Dialog>
  )
}

interface TimeDialogProps {
  onClose: () => void
  onStart: (minutes: number) => Promise<boolean>
}

function TimeDialog({ onClose, onStart }: TimeDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const [asked, setAsked] = useState(false)
  const count = Number(minutes)
  const isSound = Number.isInteger(count) && count >= 1 && count <= limits.maxTimerMs / MINUTE_MS
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isSound) void onStart(count).then((sent) => sent && onClose())
  }
  return (
    <Dialog
      title={t('rooms.orders.timer')}
      open
      onClose={onClose}
      size="small"
      actions={<Actions formId={formId} label={t('rooms.orders.start')} onClose={onClose} />}
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('rooms.orders.minutes')}
          hint={t('rooms.orders.minutesHint')}
          inputMode="numeric"
          autoFocus
          value={minutes}
          onChange={setMinutes}
          error={asked && !isSound ? t('rooms.orders.minutesError') : null}
        />
      </form>
    </Dialog>
  )
}

function Actions({ formId, label, onClose }: { formId: string; label: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="submit" form={formId} variant="primary">
        {label}
      </Button>
    </>
  )
}
