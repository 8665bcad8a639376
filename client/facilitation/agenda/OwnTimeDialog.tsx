import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { focusFirstError } from '#client/ui/focus-first-error.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { named } from '#client/ui/named.ts'
import { newId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { isMoment } from '#shared/base/moment.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import { roundAuthorships } from '#shared/facilitation/step/round-authorships.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { FormDialog } from './FormDialog.tsx'
import { fromLocalInput, toLocalInput } from './local-time.ts'
import styles from './agenda.module.css'

/** Modes in which people can work without each other. */
const ownTimeModes = ['silent', 'open', 'discuss', 'vote'] as const
type OwnTimeMode = (typeof ownTimeModes)[number]

const DAYS = 7
const USUAL_MINUTES = 20

/** In a week at noon, on a page where nothing else runs. */
export function newOwnTimeStep(page: RoomPage, phase: Phase, nowMs: number): Step {
  const deadline = new Date(nowMs)
  deadline.setDate(deadline.getDate() + DAYS)
  deadline.setHours(12, 0, 0, 0)
  return {
    id: newId(),
    title: '',
    instruction: '',
    plannedMinutes: USUAL_MINUTES,
    phase: page.phase ?? phase,
    pageId: page.id,
    methodId: null,
    mode: { type: 'silent', authorship: 'named' },
    deadline: deadline.getTime(),
  }
}

interface OwnTimeDialogProps {
  /** Null: closed. */
  step: Step | null
  isNew: boolean
  /** Pages on which it can run. */
  pages: readonly RoomPage[]
  onClose: () => void
  /** Answers whether it was taken; what was written stays in the form otherwise. */
  onSave: (step: Step) => Promise<boolean>
}

/** What to do until when, on which page, and how. */
export function OwnTimeDialog({ step, onClose, ...rest }: OwnTimeDialogProps) {
  const { t } = useTranslation()
  return (
    <FormDialog title={t('agenda.ownTime.add')} open={step !== null} onClose={onClose}>
      {(formId) =>
        step ? <OwnTimeForm key={step.id} formId={formId} initial={step} onClose={onClose} {...rest} /> : null
      }
    </FormDialog>
  )
}

type FormProps = Omit<OwnTimeDialogProps, 'step'> & { formId: string; initial: Step }

function OwnTimeForm({ formId, initial, isNew, pages, onSave, onClose }: FormProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const [step, setStep] = useState(initial)
  const [minutes, setMinutes] = useState(String(initial.plannedMinutes))
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<Step>) => setStep((now) => ({ ...now, ...change }))
  const wanted = { ...step, title: step.title.trim(), plannedMinutes: Number(minutes) }
  const faults = faultsOf(wanted)
  const wrong = (field: keyof Step) => asked && faults.includes(field)
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
      <TextField
        label={t('agenda.ownTime.deadline')}
        hint={t('agenda.ownTime.deadlineHint')}
        type="datetime-local"
        value={step.deadline === null ? '' : toLocalInput(step.deadline)}
        onChange={(text) => set({ deadline: fromLocalInput(text) })}
        error={wrong('deadline') ? t('agenda.ownTime.deadlineError') : null}
      />
      <div className={styles.pair}>
        <TextField
          label={t('agenda.fields.minutes')}
          hint={t('agenda.ownTime.minutesHint')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          error={wrong('plannedMinutes') ? t('agenda.errors.minutes') : null}
        />
        <Select
          label={t('agenda.fields.page')}
          value={step.pageId}
          onChange={(pageId) => {
            const phase = pages.find(({ id }) => id === pageId)?.phase ?? step.phase
            set({ pageId, phase })
          }}
          options={pages.map(({ id, name }) => ({ value: id, label: named(name, workshop.language) }))}
        />
      </div>
      <ModeFields step={step} isNew={isNew} onChange={(mode) => set({ mode })} />
    </form>
  )
}

/** What cards say of their writers is promised before the first word: it is chosen once. */
function ModeFields({
  step: { id, mode },
  isNew,
  onChange,
}: {
  step: Step
  isNew: boolean
  onChange: (mode: Mode) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.pair}>
      <Select
        label={t('agenda.fields.mode')}
        value={mode.type as OwnTimeMode}
        onChange={(type) => onChange(modeOfType(type, id))}
        options={ownTimeModes.map((value) => ({ value, label: t(`agenda.modes.${value}`) }))}
      />
      {mode.type === 'silent' && isNew ? (
        <Select
          label={t('agenda.fields.authorship')}
          value={mode.authorship}
          onChange={(authorship) => onChange({ type: 'silent', authorship })}
          options={roundAuthorships.map((value) => ({ value, label: t(`agenda.authorships.${value}`) }))}
        />
      ) : null}
    </div>
  )
}

function modeOfType(type: OwnTimeMode, stepId: string): Mode {
  switch (type) {
    case 'silent':
      return { type, authorship: 'named' }
    case 'vote':
      return { type, voteId: stepId }
    default:
      return { type }
  }
}

function faultsOf({ title, plannedMinutes, deadline }: Step): (keyof Step)[] {
  const isTitle = title !== '' && title.length <= limits.maxTitleChars
  const isMinutes =
    Number.isInteger(plannedMinutes) && plannedMinutes >= 0 && plannedMinutes <= limits.maxTimerMs / 60_000
  const isAhead = deadline !== null && deadline > Date.now() && isMoment(deadline)
  return [
    ...(isTitle ? [] : (['title'] as const)),
    ...(isMinutes ? [] : (['plannedMinutes'] as const)),
    ...(isAhead ? [] : (['deadline'] as const)),
  ]
}
