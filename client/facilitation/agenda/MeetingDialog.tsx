import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsToChoose } from '#client/app/groups-to-choose.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { ChecksField } from '#client/ui/ChecksField.tsx'
import { named } from '#client/ui/named.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import type { MeetingFields } from '#shared/agenda/meeting.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { meetingFaults } from './form-faults.ts'
import { fromLocalInput, toLocalInput } from './local-time.ts'
import { FormDialog } from './FormDialog.tsx'
import styles from './agenda.module.css'

export const newMeetingFields = (title: string): MeetingFields => ({
  title,
  startsAt: null,
  minutes: 120,
  place: { type: 'inPerson', where: '' },
  groupIds: 'all',
  note: '',
})

interface MeetingDialogProps {
  title: string
  open: boolean
  initial: MeetingFields
  onClose: () => void
  /** Answers whether it was taken; what was written stays in the form otherwise. */
  onSave: (fields: MeetingFields) => Promise<boolean>
}

/** When, where, how long and for whom. */
export function MeetingDialog({ title, open, onClose, ...rest }: MeetingDialogProps) {
  return (
    <FormDialog {...{ title, open, onClose }}>
      {(formId) => <MeetingForm {...rest} onClose={onClose} formId={formId} />}
    </FormDialog>
  )
}

type FormProps = Pick<MeetingDialogProps, 'initial' | 'onSave' | 'onClose'> & { formId: string }

function MeetingForm({ initial, onSave, onClose, formId }: FormProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState(initial)
  const [minutes, setMinutes] = useState(String(initial.minutes))
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<MeetingFields>) => setFields((now) => ({ ...now, ...change }))
  const wanted = { ...fields, title: fields.title.trim(), minutes: Number(minutes) }
  const faults = meetingFaults(wanted)
  const wrong = (field: keyof MeetingFields) => asked && faults.includes(field)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (faults.length === 0) void onSave(wanted).then((taken) => taken && onClose())
  }
  const { place, groupIds } = fields
  return (
    <form id={formId} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('agenda.fields.title')}
        autoFocus
        value={fields.title}
        onChange={(text) => set({ title: text })}
        error={wrong('title') ? t('agenda.errors.title') : null}
      />
      <div className={styles.pair}>
        <TextField
          label={t('agenda.fields.startsAt')}
          type="datetime-local"
          value={fields.startsAt === null ? '' : toLocalInput(fields.startsAt)}
          onChange={(text) => set({ startsAt: fromLocalInput(text) })}
          error={wrong('startsAt') ? t('agenda.errors.startsAt') : null}
        />
        <TextField
          label={t('agenda.fields.length')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          error={wrong('minutes') ? t('agenda.errors.length') : null}
        />
      </div>
      <ForGroups groupIds={groupIds} onChange={(chosen) => set({ groupIds: chosen })} />
      <Select
        label={t('agenda.fields.place')}
        value={place.type}
        onChange={(type) =>
          set({ place: type === 'online' ? { type, link: '' } : { type: 'inPerson', where: '' } })
        }
        options={[
          { value: 'inPerson', label: t('agenda.inPerson') },
          { value: 'online', label: t('agenda.online') },
        ]}
      />
      {place.type === 'online' ? (
        <TextField
          label={t('agenda.fields.link')}
          type="url"
          value={place.link}
          onChange={(link) => set({ place: { type: 'online', link } })}
          error={wrong('place') ? t('agenda.errors.link') : null}
        />
      ) : (
        <TextField
          label={t('agenda.fields.where')}
          value={place.where}
          onChange={(where) => set({ place: { type: 'inPerson', where } })}
        />
      )}
      <TextArea
        label={t('agenda.fields.note')}
        hint={t('agenda.fields.noteHint')}
        rows={2}
        value={fields.note}
        onChange={(note) => set({ note })}
      />
    </form>
  )
}

interface ForGroupsProps {
  groupIds: MeetingFields['groupIds']
  onChange: (groupIds: MeetingFields['groupIds']) => void
}

/** For one group, for several, or for all there are and will be, as it is when none is left. */
function ForGroups({ groupIds, onChange }: ForGroupsProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const isForAll = groupIds === 'all' || groupIds.length === 0
  const chosen = isForAll ? [] : groupIds
  const groups = groupsToChoose(workshop, chosen)
  const names = new Map<string, string>(groups.map(({ id, name }) => [id, named(name, workshop.language)]))
  const choose = (values: readonly (GroupId | 'all')[]) => {
    const ids = values.flatMap((value) => (value === 'all' ? [] : [value]))
    onChange(ids.length === 0 || (values.includes('all') && !isForAll) ? 'all' : ids)
  }
  return (
    <ChecksField<GroupId | 'all'>
      legend={t('agenda.fields.groups')}
      all={['all', ...groups.map(({ id }) => id)]}
      chosen={isForAll ? ['all'] : chosen}
      labelOf={(value) => names.get(value) ?? t('agenda.allGroups')}
      onChange={choose}
    />
  )
}
