import { useEffect, useRef, useState } from 'react'
import { CornerDownRight, LayoutGrid, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { crazy8Fields, crazy8Ms } from '#shared/kinds/crazy8/minutes.ts'
import type { Item } from '#shared/kinds/field.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { Problem } from '#shared/errors/problem.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import panel from '#client/artefacts/CardPanel.module.css'
import { addCardItemsUpTo } from '#client/artefacts/items/item-actions.ts'
import { itemAttribute } from '#client/artefacts/items/use-item-focus.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { FieldViewProps } from '../field-view.ts'
import { StandardField } from '../StandardField.tsx'
import styles from './minutes.module.css'
import { useRunningField } from './use-running-field.ts'

/** The eight fields, all laid out at once, and the minute that runs for one of them. */
export function TimedFields(props: FieldViewProps) {
  const { session, artefact, field } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const items = (artefact.fields[field] ?? []) as readonly Item[]
  const { around, goTo } = useFieldFocus(items)
  const addUpTo = (count: number) => {
    const spec = fieldsOf(artefact.kind)[field]
    if (spec?.type === 'items') addCardItemsUpTo({ session, artefact, field, spec }, count)
  }
  return (
    <div className={styles.timed} ref={around}>
      <Minute
        {...props}
        onGoTo={(index) => {
          if (index >= items.length) addUpTo(index + 1)
          goTo(index)
        }}
      />
      {mayWrite && items.length === 0 ? (
        <div className={panel.block}>
          <Button icon={<LayoutGrid aria-hidden="true" />} onClick={() => addUpTo(crazy8Fields)}>
            {t('artefacts.helps.crazy8.layOut')}
          </Button>
        </div>
      ) : null}
      <StandardField {...props} />
    </div>
  )
}

/** Puts the cursor into a field as soon as it is there. */
function useFieldFocus(items: readonly Item[]) {
  const around = useRef<HTMLDivElement>(null)
  const [wanted, goTo] = useState<number | null>(null)
  const id = wanted === null ? undefined : items[wanted]?.id
  useEffect(() => {
    if (id === undefined) return
    around.current
      ?.querySelector<HTMLElement>(`[${itemAttribute}="${id}"]`)
      ?.querySelector<HTMLElement>('textarea, input')
      ?.focus()
    goTo(null)
  }, [id])
  return { around, goTo }
}

function Minute({ session, artefact, onGoTo }: FieldViewProps & { onGoTo: (index: number) => void }) {
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const running = useRunningField(session, artefact.id)
  const index = running?.index
  useEffect(() => {
    if (index !== undefined) announce(t('artefacts.helps.crazy8.said', { n: index + 1 }))
  }, [index, t])
  if (!running) return <Start session={session} />
  const n = running.index + 1
  const seconds = Math.ceil(running.leftMs / 1_000)
  return (
    <div className={styles.minute}>
      <span className={styles.now}>
        <Timer aria-hidden="true" />
        {t('artefacts.helps.crazy8.now', { n, of: crazy8Fields, count: seconds })}
      </span>
      {mayWrite ? (
        <Button icon={<CornerDownRight aria-hidden="true" />} onClick={() => onGoTo(running.index)}>
          {t('artefacts.helps.crazy8.goTo', { n })}
        </Button>
      ) : null}
    </div>
  )
}

/** Whoever leads starts everybody's eight minutes; the others learn that somebody will. */
function Start({ session }: Pick<FieldViewProps, 'session'>) {
  const { t } = useTranslation()
  const explain = useErrorText()
  const leads = useStore(session.facilitation, (view) => view.mayFacilitate)
  const isIdle = useStore(session.facilitation, ({ state }) => state?.timer.status === 'idle')
  if (!isIdle) return null
  if (!leads) return <p className={panel.quiet}>{t('artefacts.helps.crazy8.wait')}</p>
  const start = async () => {
    const result = await session.command({ type: 'startTimer', durationMs: crazy8Ms })
    if (result.ok) return
    toasts.show({
      text: t('facilitation.refused', { reason: explain(new Problem(result.refusal)) }),
      tone: 'attention',
    })
  }
  return (
    <div className={panel.block}>
      <Button icon={<Timer aria-hidden="true" />} onClick={() => void start()}>
        {t('artefacts.helps.crazy8.start')}
      </Button>
    </div>
  )
}
