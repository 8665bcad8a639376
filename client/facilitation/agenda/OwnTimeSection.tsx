import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarClock, Check, Pencil } from 'lucide-react'
import { dayAndTime } from '#client/app/dates.ts'
import { useFacilitation, usePages, useView } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import { newOwnTimeStep, OwnTimeDialog } from './OwnTimeDialog.tsx'
import styles from './agenda.module.css'

/** What people do in their own time: begun, changed and concluded here; at its deadline the server concludes it. */
export function OwnTimeSection() {
  const { t } = useTranslation()
  const send = useCommand()
  const pages = usePages()
  const ownPage = useView(({ pageId }) => pageId)
  const state = useFacilitation((facilitation) => facilitation.state)
  const [edited, setEdited] = useState<{ step: Step; isNew: boolean } | null>(null)
  if (!state) return null
  const { ownTime, running } = state.step
  const taken = new Set([...ownTime, ...(running ? [running] : [])].map(({ step }) => step.pageId))
  const free = pages.filter(({ id }) => !taken.has(id) || id === edited?.step.pageId)
  const begin = () => {
    const free = pages.filter(({ id }) => !taken.has(id))
    const page = free.find(({ id }) => id === ownPage) ?? free[0]
    if (page) setEdited({ step: newOwnTimeStep(page, state.place.phase, Date.now()), isNew: true })
  }
  const save = async (step: Step, isNew: boolean) => {
    const isTaken = await send(isNew ? { type: 'startStep', from: null, step } : { type: 'changeStep', step })
    if (isTaken && isNew) toasts.show({ text: t('agenda.ownTime.started') })
    return isTaken
  }
  return (
    <section className={styles.section} aria-label={t('agenda.ownTime.title')}>
      <h3>{t('agenda.ownTime.title')}</h3>
      {ownTime.length === 0 ? <p className={styles.quiet}>{t('agenda.ownTime.none')}</p> : null}
      <ul className={styles.plain}>
        {ownTime.map(({ step }) => (
          <li key={step.id}>
            <OwnTimeStep
              step={step}
              onEdit={() => setEdited({ step, isNew: false })}
              onConclude={() => void send({ type: 'concludeStep', stepId: step.id, when: 'now' })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          icon={<CalendarClock aria-hidden="true" />}
          disabled={pages.every(({ id }) => taken.has(id))}
          onClick={begin}
        >
          {t('agenda.ownTime.add')}
        </Button>
      </div>
      <OwnTimeDialog
        step={edited?.step ?? null}
        isNew={edited?.isNew ?? true}
        pages={free}
        onClose={() => setEdited(null)}
        onSave={(step) => save(step, edited?.isNew ?? true)}
      />
    </section>
  )
}

interface OwnTimeStepProps {
  step: Step
  onEdit: () => void
  onConclude: () => void
}

function OwnTimeStep({ step, onEdit, onConclude }: OwnTimeStepProps) {
  const { t, i18n } = useTranslation()
  const { title, mode, deadline } = step
  return (
    <>
      <strong>{title}</strong>
      <p className={styles.quiet}>
        {t(`agenda.modes.${mode.type}`)}
        {deadline === null
          ? null
          : ` · ${t('agenda.ownTime.until', { when: dayAndTime(deadline, i18n.language) })}`}
      </p>
      <div className={styles.controls}>
        <Button
          variant="quiet"
          icon={<Pencil aria-hidden="true" />}
          aria-label={t('agenda.ownTime.edit', { title })}
          onClick={onEdit}
        >
          {t('agenda.ownTime.editShort')}
        </Button>
        <Button
          variant="quiet"
          icon={<Check aria-hidden="true" />}
          aria-label={t('agenda.ownTime.conclude', { title })}
          onClick={onConclude}
        >
          {t('agenda.ownTime.concludeShort')}
        </Button>
      </div>
    </>
  )
}
