import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useCurrentMeeting, useMeetings, usePlanChange } from '#client/facilitation/agenda/meetings.ts'
import { dayAndTime } from '#client/room-context/times-of-day.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { named } from '#client/ui/named.ts'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { stepsFrom } from '#shared/agenda/from-method.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { MeetingId } from '#shared/base/ids.ts'
import { textIn } from '#shared/document/board-record.ts'
import { addPage } from '#shared/methods/add-page.ts'
import { minutesOf, type Method } from '#shared/methods/method.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'
import { useTemplateLanguage } from './use-template-language.ts'
import styles from './MethodsDialog.module.css'

interface MethodAddingProps {
  method: Method
  onAdded: () => void
}

/** Puts a method to use: its page into a phase, its steps into the agenda, both with one press. */
export function MethodAdding({ method, onAdded }: MethodAddingProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const { page } = method
  const [phase, setPhase] = useState(method.phase)
  const [isAdding, setAdding] = useState(false)
  const { meeting, choice } = useMeetingChoice(page === null)
  const language = useTemplateLanguage()
  const layPage = useLayPage(method, phase)
  const change = usePlanChange(meeting?.id ?? null)
  const nameOf = (one: Phase) => t(`workshop.phaseShort.${one}`)
  const add = async () => {
    setAdding(true)
    const laid = layPage()
    const steps = stepsFrom({ ...method, phase }, language, laid?.id ?? null)
    const isInAgenda = await change({ type: 'addSteps', steps, before: null })
    setAdding(false)
    if (!laid && !isInAgenda) return
    onAdded()
    const said = [
      laid ? t('room.methods.added', { page: laid.name, phase: nameOf(phase) }) : '',
      isInAgenda
        ? t('room.methods.inAgenda', { meeting: named(meeting?.title ?? '', workshop.language) })
        : '',
    ]
    toasts.show({ text: said.filter(Boolean).join(' ') })
  }
  if (!page && !choice) return <p className={styles.quiet}>{t('room.methods.noMeeting')}</p>
  return (
    <div className={styles.adding}>
      <Select
        label={t('room.methods.intoPhase')}
        value={phase}
        onChange={setPhase}
        options={phases.map((one, n) => ({ value: one, label: `${n + 1} ${nameOf(one)}` }))}
      />
      {choice ? (
        <Select label={t('room.methods.intoAgenda', { count: minutesOf(method) })} {...choice} />
      ) : null}
      <Button variant="primary" icon={<Plus aria-hidden="true" />} busy={isAdding} onClick={() => void add()}>
        {t(page ? 'room.methods.add' : 'room.methods.addSteps')}
      </Button>
    </div>
  )
}

const NO_MEETING = ''

/** Into which agenda the steps go: of a meeting that is on or to come. @param isNeeded nothing else comes of the method */
function useMeetingChoice(isNeeded: boolean) {
  const { t, i18n } = useTranslation()
  const { session, workshop } = useRoom()
  const current = useCurrentMeeting()
  const now = session.serverNow()
  const endOf = ({ startsAt, minutes }: Meeting) => (startsAt ?? Infinity) + minutes * 60_000
  const open = useMeetings()
    .filter((one) => endOf(one) > now)
    .sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
  const [chosen, choose] = useState<MeetingId | typeof NO_MEETING | null>(null)
  const usual = open.find(({ id }) => id === current?.id) ?? open[0] ?? null
  const meeting = chosen === null ? usual : (open.find(({ id }) => id === chosen) ?? null)
  const labelOf = ({ title, startsAt }: Meeting) => [
    named(title, workshop.language),
    startsAt === null ? '' : dayAndTime(startsAt, i18n.language),
  ]
  const options = [
    ...(isNeeded
      ? []
      : [{ value: NO_MEETING as MeetingId | typeof NO_MEETING, label: t('room.methods.noAgenda') }]),
    ...open.map((one) => ({ value: one.id, label: labelOf(one).filter(Boolean).join(', ') })),
  ]
  const value: MeetingId | typeof NO_MEETING = meeting?.id ?? NO_MEETING
  return { meeting, choice: open.length > 0 ? { value, options, onChange: choose } : null }
}

/** Lays the method's page into the phase and goes there; null for a method without one: it runs on the page that is open. */
function useLayPage({ page }: Method, phase: Phase): () => { id: string; name: string } | null {
  const { session, view } = useRoom()
  const language = useTemplateLanguage()
  return () => {
    if (!page) return null
    const mark = crypto.randomUUID().slice(0, 8)
    const pageId = asOneStep(session, (roots) => addPage(roots, page, language, mark, phase))
    browseTo(view, pageId)
    return { id: pageId, name: textIn(session.roots.board.get(pageId)?.get('name')) }
  }
}
