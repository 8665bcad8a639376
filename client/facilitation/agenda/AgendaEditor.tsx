import { useState, type KeyboardEvent } from 'react'
import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '#client/room-context/times-of-day.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useRankDrag } from '#client/ui/use-rank-drag.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { adviceFor } from '#shared/agenda/lint.ts'
import type { Meeting, PlannedStep } from '#shared/agenda/meeting.ts'
import { bufferMinutes, stepTimes } from '#shared/agenda/times.ts'
import { newId } from '#shared/base/ids.ts'
import { MethodSteps } from './MethodSteps.tsx'
import { StepDialog } from './StepDialog.tsx'
import { usePlanChange } from './meetings.ts'
import { useRunning } from './use-running.ts'
import { useAdviceWords } from './words.ts'
import styles from './agenda.module.css'

const newStep = (title: string): PlannedStep => ({
  id: newId<string>(),
  title,
  instruction: '',
  minutes: 10,
  activity: 'work',
  phase: null,
  pageId: null,
  methodId: null,
  mode: { type: 'open' },
  note: '',
})

type Editing = { step: PlannedStep; isNew: boolean }

/** The agenda on the table: order, times and advice; each step opens as a form. */
export function AgendaEditor({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const change = usePlanChange(meeting.id)
  const running = useRunning(meeting)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { steps } = meeting
  const move = (stepId: string, by: number) => {
    const others = steps.filter(({ id }) => id !== stepId)
    const to = Math.max(0, Math.min(others.length, steps.findIndex(({ id }) => id === stepId) + by))
    if (by !== 0) void change({ type: 'moveStep', stepId, before: others[to]?.id ?? null })
  }
  const remove = async (step: PlannedStep) => {
    const before = steps[steps.indexOf(step) + 1]?.id ?? null
    if (!(await change({ type: 'removeStep', stepId: step.id }))) return
    const undo = () => void change({ type: 'addSteps', steps: [step], before })
    toasts.show({
      text: t('agenda.removed', { title: named(step.title, workshop.language) }),
      action: { label: t('common.undo'), run: undo },
    })
  }
  const save = async (to: PlannedStep) => {
    if (!editing) return true
    if (editing.isNew) return change({ type: 'addSteps', steps: [to], before: null })
    const { id: _, ...from } = editing.step
    const { id, ...fields } = to
    const edits = [{ stepId: id, ...onlyChanged(from, fields) }]
    const taken = await change({ type: 'editSteps', edits })
    if (taken && running.stepId === id) await running.change(to)
    return taken
  }
  return (
    <>
      <Summary meeting={meeting} />
      <StepList
        meeting={meeting}
        onMove={move}
        onRemove={remove}
        onOpen={(step) => setEditing({ step, isNew: false })}
      />
      <div className={styles.bar}>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => setEditing({ step: newStep(t('agenda.newStep')), isNew: true })}
        >
          {t('agenda.addStep')}
        </Button>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() =>
            void change({
              type: 'addSteps',
              steps: [{ ...newStep(t('agenda.break')), activity: 'break', minutes: 15 }],
              before: null,
            })
          }
        >
          {t('agenda.addBreak')}
        </Button>
      </div>
      <MethodSteps onTake={(taken) => change({ type: 'addSteps', steps: taken, before: null })} />
      <StepDialog step={editing?.step ?? null} onClose={() => setEditing(null)} onSave={save} />
    </>
  )
}

/** Only the fields that were touched: somebody else may be writing in the others. */
function onlyChanged<Fields extends object>(
  from: Fields,
  to: Fields,
): { from: Partial<Fields>; to: Partial<Fields> } {
  const keys = (Object.keys(to) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]),
  )
  const part = (fields: Fields) =>
    Object.fromEntries(keys.map((key) => [key, fields[key]])) as Partial<Fields>
  return { from: part(from), to: part(to) }
}

function Summary({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const words = useAdviceWords(meeting.steps)
  const advice = adviceFor(meeting)
  const buffer = bufferMinutes(meeting)
  return (
    <>
      {buffer >= 0 ? (
        <p className={styles.quiet}>{t('agenda.buffer', { minutes: buffer, length: meeting.minutes })}</p>
      ) : null}
      {advice.length > 0 ? (
        <ul className={styles.advice} aria-label={t('agenda.adviceLabel')}>
          {advice.map((each) => (
            <li key={`${each.type} ${'stepId' in each ? each.stepId : ''}`}>{words(each)}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

interface StepListProps {
  meeting: Meeting
  onMove: (stepId: string, by: number) => void
  onRemove: (step: PlannedStep) => Promise<void>
  onOpen: (step: PlannedStep) => void
}

function StepList({ meeting, onMove, onRemove, onOpen }: StepListProps) {
  const { t, i18n } = useTranslation()
  const { steps, startsAt } = meeting
  const drag = useRankDrag(
    'data-step',
    steps.map(({ id }) => id),
    onMove,
  )
  const byKey = (stepId: string) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    onMove(stepId, by)
  }
  return (
    <ol className={styles.rows} {...drag.list}>
      {stepTimes(steps).map(({ step, offsetMs }) => (
        <li key={step.id} className={styles.step} data-step={step.id} onKeyDown={byKey(step.id)}>
          <span className={styles.handle} title={t('agenda.drag')} {...drag.handle(step.id)}>
            <GripVertical aria-hidden="true" />
          </span>
          <button type="button" className={styles.open} onClick={() => onOpen(step)}>
            {startsAt === null ? null : (
              <span className={styles.at}>{timeOfDay(startsAt + offsetMs, i18n.language)} </span>
            )}
            {step.title}{' '}
            <span className={styles.quiet}>
              {step.activity === 'break' ? t('agenda.break') : t(`agenda.modes.${step.mode.type}`)},{' '}
              {t('agenda.minutes', { minutes: step.minutes })}
            </span>
          </button>
          <IconButton
            label={t('agenda.up', { title: step.title })}
            icon={<ArrowUp aria-hidden="true" />}
            onClick={() => onMove(step.id, -1)}
          />
          <IconButton
            label={t('agenda.down', { title: step.title })}
            icon={<ArrowDown aria-hidden="true" />}
            onClick={() => onMove(step.id, 1)}
          />
          <IconButton
            label={t('agenda.remove', { title: step.title })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => void onRemove(step)}
          />
        </li>
      ))}
    </ol>
  )
}
