import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '#client/app/api.ts'
import { dayAndTime } from '#client/room-context/times-of-day.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { MeetingFile, NewMeeting } from '#shared/agenda/file.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { MeetingDialog, newMeetingFields } from './MeetingDialog.tsx'
import { chooseMeeting, useMeetings, usePlanCall, usePlanChange } from './meetings.ts'
import { TakeProgramme } from './TakeProgramme.tsx'
import { weeksFrom } from './local-time.ts'
import styles from './agenda.module.css'

const weeksAtOnce = 4

/** Which meeting, and what can be done with it as a whole. */
export function MeetingChoice({ meeting, onCreated }: { meeting: Meeting | null; onCreated: () => void }) {
  const { t, i18n } = useTranslation()
  const { workshop } = useRoom()
  const meetings = useMeetings()
  const create = useCreate(onCreated)
  const [creating, setCreating] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const take = async (chosen: File) => {
    const read = await readMeeting(chosen)
    if (read) await create(read)
    else toasts.show({ text: t('agenda.unreadable'), tone: 'danger' })
  }
  const said = (title: string) => named(title, workshop.language)
  const labelOf = ({ title, startsAt }: Meeting) =>
    startsAt === null ? said(title) : `${said(title)}, ${dayAndTime(startsAt, i18n.language)}`
  return (
    <div className={styles.choice}>
      {meeting ? (
        <Select
          label={t('agenda.meeting')}
          value={meeting.id}
          onChange={chooseMeeting}
          options={meetings.map((one) => ({ value: one.id, label: labelOf(one) }))}
        />
      ) : null}
      <Button onClick={() => setCreating(true)}>{t('agenda.newMeeting')}</Button>
      {meeting ? <MeetingMenu meeting={meeting} onRead={() => file.current?.click()} /> : null}
      {meeting ? null : <Button onClick={() => file.current?.click()}>{t('agenda.readFile')}</Button>}
      {meetings.length === 0 ? <TakeProgramme /> : null}
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void take(chosen)
        }}
      />
      <MeetingDialog
        title={t('agenda.newMeeting')}
        open={creating}
        initial={newMeetingFields(t('agenda.newTitle'))}
        onClose={() => setCreating(false)}
        onSave={(fields) => create({ ...fields, steps: [] })}
      />
    </div>
  )
}

function useCreate(onCreated: () => void): (meeting: NewMeeting) => Promise<boolean> {
  const ask = usePlanCall()
  return async (body) => {
    const made = await ask<Meeting>('addMeeting', { body })
    if (!made) return false
    chooseMeeting(made.id)
    onCreated()
    return true
  }
}

/** What a file holds, or null when it is no meeting. */
async function readMeeting(file: File): Promise<NewMeeting | null> {
  try {
    const { format, meeting } = JSON.parse(await file.text()) as Partial<MeetingFile>
    // What is in it is the server's to check
    return format === 'werkraum-meeting' && meeting ? meeting : null
  } catch {
    // Not ours, or damaged: the person is told, there is nothing else to do with it.
    return null
  }
}

function MeetingMenu({ meeting, onRead }: { meeting: Meeting; onRead: () => void }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const ask = usePlanCall()
  const change = usePlanChange(meeting.id)
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null)
  const path = { workshopId: workshop.id, meetingId: meeting.id }
  const copy = async (dates: (number | null)[]) => {
    const copies = await ask<Meeting[]>('copyMeeting', { path, body: { dates } })
    if (copies) toasts.show({ text: t('agenda.copied', { count: copies.length }) })
  }
  const { id: _, steps: __, ...fields } = meeting
  const { startsAt } = meeting
  return (
    <>
      <Menu
        label={t('agenda.more')}
        items={[
          { id: 'edit', label: t('agenda.editMeeting'), onSelect: () => setDialog('edit') },
          {
            id: 'weekly',
            label: t('agenda.weekly', { count: weeksAtOnce }),
            disabled: startsAt === null,
            onSelect: () => startsAt !== null && void copy(weeksFrom(startsAt, weeksAtOnce)),
          },
          { id: 'template', label: t('agenda.asTemplate'), onSelect: () => void copy([null]) },
          {
            id: 'calendar',
            label: t('agenda.calendar'),
            disabled: startsAt === null,
            onSelect: () => location.assign(addressOf('meetingCalendar', { path })),
          },
          {
            id: 'file',
            label: t('agenda.saveFile'),
            onSelect: () => location.assign(addressOf('meetingFile', { path })),
          },
          { id: 'read', label: t('agenda.readFile'), onSelect: onRead },
          {
            id: 'remove',
            label: t('agenda.removeMeeting'),
            danger: true,
            onSelect: () => setDialog('remove'),
          },
        ]}
      />
      <MeetingDialog
        title={t('agenda.editMeeting')}
        open={dialog === 'edit'}
        initial={fields}
        onClose={() => setDialog(null)}
        onSave={(to) => change({ type: 'editMeeting', from: fields, to })}
      />
      <ConfirmDialog
        title={t('agenda.removeMeeting')}
        open={dialog === 'remove'}
        confirm={t('agenda.removeMeeting')}
        danger
        onClose={() => setDialog(null)}
        onConfirm={() => {
          setDialog(null)
          chooseMeeting(null)
          void ask('removeMeeting', { path })
        }}
      >
        <Said>{t('agenda.removeQuestion', { title: named(meeting.title, workshop.language) })}</Said>
      </ConfirmDialog>
    </>
  )
}
