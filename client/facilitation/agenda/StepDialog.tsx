import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, useRoom } from '#client/room-context/room-context.ts'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { named } from '#client/ui/named.ts'
import { ballots } from '#shared/agenda/ballots.ts'
import type { PlannedMode, PlannedStep } from '#shared/agenda/meeting.ts'
import { roundAuthorships } from '#shared/facilitation/step/round-authorships.ts'
import { modeTypes, type ModeType } from '#shared/workshop/mode-rights.ts'
import { stepFaults } from './form-faults.ts'
import { FormDialog } from './FormDialog.tsx'
import styles from './agenda.module.css'

interface StepDialogProps {
  /** Null: closed. */
  step: PlannedStep | null
  onClose: () => void
  onSave: (step: PlannedStep) => Promise<boolean>
}

/** One step: what everybody reads, how it is worked, and the note for the moderation. */
export function StepDialog({ step, onClose, onSave }: StepDialogProps) {
  const { t } = useTranslation()
  return (
    <FormDialog title={t('agenda.step')} open={step !== null} onClose={onClose}>
      {(formId) =>
        step ? (
          <StepForm key={step.id} formId={formId} initial={step} onSave={onSave} onClose={onClose} />
        ) : null
      }
    </FormDialog>
  )
}

interface FormProps extends Omit<StepDialogProps, 'step'> {
  formId: string
  initial: PlannedStep
}

function StepForm({ formId, initial, onSave, onClose }: FormProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const pages = usePages()
  const [step, setStep] = useState(initial)
  const [minutes, setMinutes] = useState(String(initial.minutes))
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<PlannedStep>) => setStep((now) => ({ ...now, ...change }))
  const wanted = { ...step, title: step.title.trim(), minutes: minutes.trim() === '' ? NaN : Number(minutes) }
  const faults = stepFaults(wanted)
  const wrong = (field: keyof PlannedStep) => asked && faults.includes(field)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    focusFirstError(event.currentTarget)
    if (faults.length === 0) void onSave(wanted).then((taken) => taken && onClose())
  }
  return (
    <form id={formId} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('agenda.fields.title')}
        autoFocus
        value={step.title}
        onChange={(title) => set({ title })}
        error={wrong('title') ? t('agenda.errors.title') : null}
      />
      <TextArea
        label={t('agenda.fields.instruction')}
        hint={t('agenda.fields.instructionHint')}
        rows={2}
        value={step.instruction}
        onChange={(instruction) => set({ instruction })}
      />
      <div className={styles.pair}>
        <TextField
          label={t('agenda.fields.minutes')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          error={wrong('minutes') ? t('agenda.errors.minutes') : null}
        />
        <Select
          label={t('agenda.fields.page')}
          value={step.pageId ?? ''}
          onChange={(pageId) => set({ pageId: pageId === '' ? null : pageId })}
          options={[
            { value: '', label: t('agenda.anyPage') },
            ...pages.map(({ id, name }) => ({ value: id, label: named(name, workshop.language) })),
          ]}
        />
      </div>
      <ModeFields mode={step.mode} onChange={(mode) => set({ mode })} />
      <TextArea
        label={t('agenda.fields.note')}
        hint={t('agenda.fields.noteHint')}
        rows={2}
        value={step.note}
        onChange={(note) => set({ note })}
      />
    </form>
  )
}

function modeOfType(type: ModeType): PlannedMode {
  switch (type) {
    case 'silent':
      return { type, authorship: 'named' }
    case 'vote':
      return { type, ballot: 'dots' }
    default:
      return { type }
  }
}

/** How a step is worked. */
export function ModeFields({ mode, onChange }: { mode: PlannedMode; onChange: (mode: PlannedMode) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.pair}>
      <Select
        label={t('agenda.fields.mode')}
        value={mode.type}
        onChange={(type) => onChange(modeOfType(type))}
        options={modeTypes.map((value) => ({ value, label: t(`agenda.modes.${value}`) }))}
      />
      {mode.type === 'silent' ? (
        <Select
          label={t('agenda.fields.authorship')}
          value={mode.authorship}
          onChange={(authorship) => onChange({ type: 'silent', authorship })}
          options={roundAuthorships.map((value) => ({ value, label: t(`agenda.authorships.${value}`) }))}
        />
      ) : null}
      {mode.type === 'vote' ? (
        <Select
          label={t('agenda.fields.ballot')}
          value={mode.ballot}
          onChange={(ballot) => onChange({ type: 'vote', ballot })}
          options={ballots.map((value) => ({ value, label: t(`agenda.ballots.${value}`) }))}
        />
      ) : null}
    </div>
  )
}
