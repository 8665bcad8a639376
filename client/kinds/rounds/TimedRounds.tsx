import { useEffect, useRef, useState, type ReactNode } from 'react'
import { CornerDownRight, LayoutGrid, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Item } from '#shared/kinds/field.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { roundsMs, type Rounds } from '#shared/kinds/rounds.ts'
import { Problem } from '#shared/errors/problem.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { clockFace } from '#client/app/clock-face.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import panel from '#client/artefacts/CardPanel.module.css'
import { addCardItemsUpTo } from '#client/artefacts/items/item-actions.ts'
import { itemAttribute } from '#client/artefacts/items/use-item-focus.ts'
import { useMayWrite } from '#client/artefacts/use-artefact.ts'
import type { FieldViewProps } from '../field-view.ts'
import { StandardField } from '../StandardField.tsx'
import styles from './rounds.module.css'
import { useIsInFront, useRunningRound } from './use-running-round.ts'

type RoundsViewProps = FieldViewProps & {
  rounds: Rounds
  /** What the rounds of this kind are called. */
  texts: 'crazy8' | 'brainwriting'
  /** Where the next round is written, if not on this sheet. */
  next?: ReactNode
}

/** All fields of a sheet that is filled against the clock, laid out at once, and the round that runs. */
export function TimedRounds({ rounds, texts, next, ...props }: RoundsViewProps) {
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
      <Round
        {...{ ...props, rounds, texts, next }}
        onGoTo={(index) => {
          if (index >= items.length) addUpTo(index + 1)
          goTo(index)
        }}
      />
      {mayWrite && items.length === 0 ? (
        <div className={panel.block}>
          <Button icon={<LayoutGrid aria-hidden="true" />} onClick={() => addUpTo(rounds.count)}>
            {t(`artefacts.helps.${texts}.layOut`)}
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

function Round(props: RoundsViewProps & { onGoTo: (index: number) => void }) {
  const { session, artefact, rounds, texts, next, onGoTo } = props
  const { t } = useTranslation()
  const mayWrite = useMayWrite(session)
  const running = useRunningRound(session, artefact)
  const index = running?.index
  const before = useRef(index)
  useEffect(() => {
    // A sheet that was just opened is where one writes; only a round that begins meanwhile is news
    if (index !== undefined && index !== before.current)
      announce(t(`artefacts.helps.${texts}.said`, { n: index + 1 }))
    before.current = index
  }, [index, t, texts])
  if (!running) return <Start {...{ session, artefact, rounds, texts }} />
  const n = running.index + 1
  const left = clockFace(running.leftMs)
  return (
    <div className={styles.round}>
      <span className={styles.now}>
        <Timer aria-hidden="true" />
        {t(`artefacts.helps.${texts}.now`, { n, of: rounds.count, left })}
      </span>
      {mayWrite ? (
        <Button icon={<CornerDownRight aria-hidden="true" />} onClick={() => onGoTo(running.index)}>
          {t(`artefacts.helps.${texts}.goTo`, { n })}
        </Button>
      ) : null}
      {next}
    </div>
  )
}

/** Whoever leads starts the rounds for everybody; the others learn that somebody will. */
function Start(props: Pick<RoundsViewProps, 'session' | 'artefact' | 'rounds' | 'texts'>) {
  const { session, artefact, rounds, texts } = props
  const { t } = useTranslation()
  const explain = useErrorText()
  const leads = useStore(session.facilitation, (view) => view.mayFacilitate)
  const isInFront = useIsInFront(session, artefact.id)
  const isIdle = useStore(session.facilitation, ({ state }) => state?.timer.status === 'idle')
  if (!isIdle) return null
  if (!leads) return <p className={panel.quiet}>{t(`artefacts.helps.${texts}.wait`)}</p>
  if (!isInFront) return <p className={panel.quiet}>{t('artefacts.helps.rounds.elsewhere')}</p>
  const start = async () => {
    const result = await session.command({ type: 'startTimer', durationMs: roundsMs(rounds) })
    if (result.ok) return
    toasts.show({
      text: t('facilitation.refused', { reason: explain(new Problem(result.refusal)) }),
      tone: 'attention',
    })
  }
  return (
    <div className={panel.block}>
      <Button icon={<Timer aria-hidden="true" />} onClick={() => void start()}>
        {t(`artefacts.helps.${texts}.start`)}
      </Button>
    </div>
  )
}
