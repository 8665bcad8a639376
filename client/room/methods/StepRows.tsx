import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ModeFields } from '#client/facilitation/agenda/StepDialog.tsx'
import { Button } from '#client/ui/Button.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import { newStep, withMoved, type MethodDraft } from './method-draft.ts'
import { RowButtons } from './RowButtons.tsx'
import styles from './MethodEditor.module.css'

type Steps = MethodDraft['steps']

interface StepRowsProps {
  steps: Steps
  faults: ReadonlySet<string>
  onChange: (steps: Steps) => void
}

/** The steps of a method: what to do, how long, and in which mode. */
export function StepRows({ steps, faults, onChange }: StepRowsProps) {
  const { t } = useTranslation()
  const set = (id: string, change: Partial<Steps[number]>) =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...change } : step)))
  return (
    <fieldset className={styles.part}>
      <legend>{t('room.methods.steps')}</legend>
      <ol className={styles.rows}>
        {steps.map((step, n) => {
          const name = step.title.trim() || t('room.methods.edit.step', { number: n + 1 })
          return (
            <li key={step.id} className={styles.row}>
              <div className={styles.rowHead}>
                <b>{t('room.methods.edit.step', { number: n + 1 })}</b>
                <RowButtons
                  name={name}
                  onMove={(by) => onChange(withMoved(steps, n, by))}
                  onRemove={() => onChange(steps.filter((one) => one !== step))}
                />
              </div>
              <div className={styles.pair}>
                <TextField
                  label={t('agenda.fields.title')}
                  maxLength={limits.maxTitleChars}
                  value={step.title}
                  onChange={(title) => set(step.id, { title })}
                  error={faults.has(`title ${step.id}`) ? t('agenda.errors.title') : null}
                />
                <TextField
                  label={t('agenda.fields.minutes')}
                  inputMode="numeric"
                  value={step.minutes}
                  onChange={(minutes) => set(step.id, { minutes })}
                  error={faults.has(`minutes ${step.id}`) ? t('agenda.errors.minutes') : null}
                />
              </div>
              <TextArea
                label={t('agenda.fields.instruction')}
                rows={2}
                maxLength={limits.maxInstructionChars}
                value={step.instruction}
                onChange={(instruction) => set(step.id, { instruction })}
              />
              <ModeFields mode={step.mode} onChange={(mode) => set(step.id, { mode })} />
            </li>
          )
        })}
      </ol>
      <Button
        icon={<Plus aria-hidden="true" />}
        disabled={steps.length >= limits.maxStepsOfMethod}
        onClick={() => onChange([...steps, newStep(t('agenda.newStep'))])}
      >
        {t('room.methods.edit.addStep')}
      </Button>
    </fieldset>
  )
}
