import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asOneStep } from '#client/artefacts/card-actions.ts'
import { useCurrentMeeting, usePlanChange } from '#client/facilitation/agenda/meetings.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { ChecksField } from '#client/ui/ChecksField.tsx'
import { named } from '#client/ui/named.ts'
import { Select } from '#client/ui/Select.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { stepsFrom } from '#shared/agenda/from-method.ts'
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
  const [phase, setPhase] = useState(method.phase)
  const [isPlanned, setPlanned] = useState(true)
  const meeting = useCurrentMeeting()
  const language = useTemplateLanguage()
  const { page } = method
  const layPage = useLayPage(method, phase)
  const change = usePlanChange(meeting?.id ?? null)
  const nameOf = (one: Phase) => t(`workshop.phaseShort.${one}`)
  const add = async () => {
    const laid = layPage()
    const steps = stepsFrom({ ...method, phase }, language, laid?.id ?? null)
    const isInAgenda = isPlanned && (await change({ type: 'addSteps', steps, before: null }))
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
  if (!page && !meeting) return <p className={styles.quiet}>{t('room.methods.noMeeting')}</p>
  return (
    <div className={styles.adding}>
      <Select
        label={t('room.methods.intoPhase')}
        value={phase}
        onChange={setPhase}
        options={phases.map((one, n) => ({ value: one, label: `${n + 1} ${nameOf(one)}` }))}
      />
      {page && meeting ? (
        <ChecksField
          legend={t('room.methods.alsoAgenda')}
          all={['agenda']}
          chosen={isPlanned ? ['agenda'] : []}
          labelOf={() =>
            t('room.methods.intoAgenda', {
              meeting: named(meeting.title, workshop.language),
              count: minutesOf(method),
            })
          }
          onChange={(chosen) => setPlanned(chosen.length > 0)}
        />
      ) : null}
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => void add()}>
        {t(page ? 'room.methods.add' : 'room.methods.addSteps')}
      </Button>
    </div>
  )
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
