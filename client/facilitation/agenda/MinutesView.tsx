import { useState } from 'react'
import { ExternalLink, FileCheck2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mayInWorkshop } from '#client/app/actor.ts'
import { addressOf } from '#client/app/api.ts'
import { dayAndTime } from '#client/room-context/times-of-day.ts'
import { presentMembers } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { limits } from '#shared/base/limits.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { MeetingRecord } from '#shared/agenda/record.ts'
import type { RecordChange } from '#shared/agenda/record-change.ts'
import { usePlanCall } from './meetings.ts'
import styles from './agenda.module.css'

/** As `noRecord`, whose module brings schemas along that browsers do not load. */
const nothingWritten: MeetingRecord = { remarks: '', attendance: null, released: null, corrections: [] }

/** The minutes of a meeting: what writes itself is read in the preview, the rest is written here, then released. */
export function MinutesView({ meeting }: { meeting: Meeting }) {
  const record = meeting.record ?? nothingWritten
  return record.released ? (
    <Released meeting={meeting} record={record} released={record.released} />
  ) : (
    <Draft meeting={meeting} record={record} />
  )
}

function useMinutes({ id }: Meeting) {
  const ask = usePlanCall()
  const { workshop } = useRoom()
  const path = { workshopId: workshop.id, meetingId: id }
  return {
    href: addressOf('minutes', { path }),
    change: async (body: RecordChange) => (await ask<Meeting>('changeMinutes', { path, body })) !== null,
    release: async () => (await ask<Meeting>('releaseMinutes', { path })) !== null,
  }
}

interface DraftProps {
  meeting: Meeting
  record: MeetingRecord
}

function Draft({ meeting, record }: DraftProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const minutes = useMinutes(meeting)
  const here = usePresentLines()
  const [remarks, setRemarks] = useState(record.remarks)
  const [attendance, setAttendance] = useState(record.attendance?.join('\n') ?? null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const lines = attendance === null ? null : linesOf(attendance)
  const isSaved = remarks === record.remarks && JSON.stringify(lines) === JSON.stringify(record.attendance)
  const from = { remarks: record.remarks, attendance: record.attendance }

  const save = async () => {
    if (isSaved) return true
    setBusy(true)
    const taken = await minutes.change({ type: 'editRecord', from, to: { remarks, attendance: lines } })
    setBusy(false)
    return taken
  }
  const release = async () => {
    setAsking(false)
    if (!(await save())) return
    setBusy(true)
    await minutes.release()
    setBusy(false)
  }
  return (
    <div className={styles.record}>
      <p className={styles.quiet}>{t('agenda.record.about')}</p>
      <TextArea
        label={t('agenda.record.remarks')}
        hint={t('agenda.record.remarksHint')}
        rows={6}
        maxLength={limits.maxMinutesChars}
        value={remarks}
        onChange={setRemarks}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={attendance !== null}
          onChange={(event) => setAttendance(event.target.checked ? here.join('\n') : null)}
        />
        {t('agenda.record.withAttendance')}
      </label>
      {attendance === null ? null : (
        <TextArea
          label={t('agenda.record.attendance')}
          hint={t('agenda.record.attendanceHint')}
          rows={Math.min(10, Math.max(3, linesOf(attendance).length + 1))}
          value={attendance}
          onChange={setAttendance}
        />
      )}
      <div className={styles.controls}>
        <Button busy={busy} aria-disabled={isSaved} onClick={() => void save()}>
          {t('common.save')}
        </Button>
        <ReadButton href={minutes.href} label={t('agenda.record.preview')} />
        {mayInWorkshop(workshop, 'minutes.release') ? (
          <Button
            variant="primary"
            icon={<FileCheck2 aria-hidden="true" />}
            busy={busy}
            onClick={() => setAsking(true)}
          >
            {t('agenda.record.release')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        title={t('agenda.record.release')}
        open={asking}
        confirm={t('agenda.record.release')}
        onClose={() => setAsking(false)}
        onConfirm={() => void release()}
      >
        {t('agenda.record.releaseQuestion')}
      </ConfirmDialog>
    </div>
  )
}

interface ReleasedProps extends DraftProps {
  released: NonNullable<MeetingRecord['released']>
}

function Released({ meeting, record: { corrections }, released }: ReleasedProps) {
  const { t, i18n } = useTranslation()
  const minutes = useMinutes(meeting)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const correct = async () => {
    if (text.trim() === '') return
    setBusy(true)
    const taken = await minutes.change({ type: 'correct', text: text.trim() })
    setBusy(false)
    if (taken) setText('')
  }
  return (
    <div className={styles.record}>
      <p>
        {t('agenda.record.releasedBy', { time: dayAndTime(released.at, i18n.language), name: released.by })}
      </p>
      <div className={styles.controls}>
        <ReadButton href={minutes.href} label={t('agenda.record.read')} />
      </div>
      {corrections.length > 0 ? (
        <section aria-label={t('agenda.record.corrections')}>
          <h3>{t('agenda.record.corrections')}</h3>
          <ol className={styles.corrections}>
            {corrections.map((one) => (
              <li key={`${one.at} ${one.text}`}>
                {one.text}
                <span className={styles.quiet}>
                  {dayAndTime(one.at, i18n.language)}, {one.by}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <TextArea
        label={t('agenda.record.correction')}
        hint={t('agenda.record.correctionHint')}
        rows={3}
        maxLength={limits.maxCorrectionChars}
        value={text}
        onChange={setText}
      />
      <div className={styles.controls}>
        <Button busy={busy} aria-disabled={text.trim() === ''} onClick={() => void correct()}>
          {t('agenda.record.correct')}
        </Button>
      </div>
    </div>
  )
}

function ReadButton({ href, label }: { href: string; label: string }) {
  return (
    <a className={buttonClass('secondary')} href={href} target="_blank" rel="noopener">
      <ExternalLink aria-hidden="true" />
      {label}
    </a>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Who is here now, as a list begins: name and organisation; those who only watch are no part of it. */
function usePresentLines(): string[] {
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const me = useFacilitation((facilitation) => facilitation.me)
  return presentMembers(peers, me).flatMap(({ name, organisation, role }) =>
    role === 'observer' ? [] : [[name, organisation].filter(Boolean).join(', ')],
  )
}
