import { useState } from 'react'
import {
  ChevronDown,
  ChevronUp,
  CircleDot,
  EyeOff,
  FileText,
  Library,
  Lock,
  MessagesSquare,
  Pencil,
  Plus,
  Presentation,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { classes } from '#client/ui/classes.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { plainKind, traitsOf } from '#shared/kinds/index.ts'
import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import { phases } from '#shared/workshop/phases.ts'
import { FaceSwitch } from './FaceSwitch.tsx'
import {
  useFacilitation,
  useGroupPage,
  useOwnPage,
  useRoom,
  useView,
} from '#client/room-context/room-context.ts'
import { FinishButton } from '#client/facilitation/finished/FinishButton.tsx'
import { FinishedCount } from '#client/facilitation/finished/FinishedCount.tsx'
import { HandButton } from '#client/facilitation/hands/HandButton.tsx'
import { ReactionControl } from '#client/facilitation/reactions/ReactionControl.tsx'
import { PagePicker } from '#client/facilitation/place/PagePicker.tsx'
import styles from './StepBar.module.css'
import { TimerFace } from '#client/facilitation/timer/TimerFace.tsx'
import { useNewCard, useNewCardKind } from '../keys/use-new-card.ts'
import { dayAndTime } from '#client/app/dates.ts'
import { useLowWindow, usePhone } from '#client/room-context/use-phone.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'

/** What to do now, how long, and at most three actions. */
export function StepBar() {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const page = useOwnPage()
  const phone = usePhone()
  const low = useLowWindow()
  const [unfolded, setUnfolded] = useState(false)
  const drawing = useView(({ face }) => face === 'board')
  const step = useStepHere()
  const number = page?.phase ? phases.indexOf(page.phase) + 1 : null
  // Without words of its own a step leaves those of the page.
  const instruction = step?.instruction || page?.instruction
  const folded = low && !unfolded
  const brief = phone && drawing && !low
  return (
    <section
      data-region="step"
      className={classes(styles.step, brief && styles.brief, folded && styles.folded)}
      aria-label={step?.title ?? page?.name}
    >
      <div className={styles.words}>
        <div className={styles.title}>
          {step?.position ? (
            <span className={styles.phase}>{t('agenda.stepOf', step.position)}</span>
          ) : number ? (
            <span className={styles.phase}>{t('room.step.phase', { number, count: phases.length })}</span>
          ) : null}
          <h2 className={styles.name} lang={workshop.language}>
            {phone ? <PagePicker /> : (step?.title ?? page?.name)}
          </h2>
          {step ? <StepMode step={step} withTitle={phone && step.title !== page?.name} /> : null}
          {step && step.deadline !== null ? <Deadline at={step.deadline} /> : null}
        </div>
        {instruction ? (
          <p className={styles.instruction} lang={workshop.language}>
            {instruction}
          </p>
        ) : null}
        <OnlyMe />
      </div>
      <TimerFace />
      {low ? (
        <Button
          className={styles.unfold}
          aria-expanded={unfolded}
          icon={unfolded ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('room.step.task')}
        </Button>
      ) : null}
      <div className={styles.actions}>
        <StepActions />
        {phone ? null : <FaceSwitch />}
      </div>
    </section>
  )
}

/** The step that runs on the page in front of this person. */
function useStepHere(): Step | null {
  const steps = useFacilitation(({ state }) => state?.step)
  const pageId = useView((view) => view.pageId)
  return (steps && pageId && stepOnPage(steps, pageId)?.step) || null
}

const modeIcons = {
  open: Pencil,
  silent: EyeOff,
  vote: CircleDot,
  discuss: MessagesSquare,
  present: Presentation,
  locked: Lock,
} as const

/** How this step is worked; on a phone with its title, because the heading there chooses the page. */
function StepMode({ step, withTitle }: { step: Step; withTitle: boolean }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const Icon = modeIcons[step.mode.type]
  return (
    <>
      {withTitle ? (
        <span className={styles.stepTitle} lang={workshop.language}>
          {step.title}
        </span>
      ) : null}
      <span className={classes(styles.mode, step.mode.type === 'silent' && styles.veiled)}>
        <Icon aria-hidden="true" />
        {t(`agenda.modes.${step.mode.type}`)}
      </span>
    </>
  )
}

/** Until when people do this in their own time; afterwards it is concluded by itself. */
function Deadline({ at }: { at: number }) {
  const { t, i18n } = useTranslation()
  return (
    <span className={styles.mode}>{t('agenda.ownTime.until', { when: dayAndTime(at, i18n.language) })}</span>
  )
}

function StepActions() {
  const { t } = useTranslation()
  const phone = usePhone()
  const role = useFacilitation(({ me }) => me?.role)
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const newCard = useNewCard()
  // Where one listens, votes or has a break, nobody has to read past a button that does nothing
  const { type: mode } = useStepHere()?.mode ?? { type: 'open' }
  const kind = useNewCardKind()
  const { session } = useRoom()
  if (session.archived) return null
  if (role === 'observer') {
    return (
      <>
        <p className={styles.note}>{t('room.step.observing')}</p>
        <ReactionControl />
      </>
    )
  }
  return (
    <>
      {phone || (mode !== 'open' && role !== 'moderator') ? null : (
        <Button variant="primary" icon={<Plus aria-hidden="true" />} disabled={!mayWrite} onClick={newCard}>
          {kind === plainKind ? t('room.step.addCard') : t(`kinds.${kind}.label`)}
        </Button>
      )}
      {role === 'participant' ? (
        <>
          <FinishButton />
          <HandButton />
          <ReactionControl />
          {phone ? null : <FinishedCount className={styles.note} />}
        </>
      ) : (
        <>
          <AddInterview />
          <OpenCatalogue />
        </>
      )}
    </>
  )
}

/** Interviews are read in where they are worked with: in the first phase. */
function AddInterview() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const page = useOwnPage()
  const mayWrite = useFacilitation((facilitation) => facilitation.mayWrite)
  const kind = useNewCardKind()
  if (page?.phase !== 'preparation' || traitsOf(kind).catalogue) return null
  return (
    <Button
      icon={<FileText aria-hidden="true" />}
      disabled={!mayWrite}
      onClick={() => view.setState({ dialog: { type: 'importInterview' } })}
    >
      {t('room.step.addInterview')}
    </Button>
  )
}

/** What there is already lies in a list, of which a few are brought onto the page. */
function OpenCatalogue() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const kind = useNewCardKind()
  if (!traitsOf(kind).catalogue) return null
  return (
    <Button
      icon={<Library aria-hidden="true" />}
      onClick={() => view.setState({ dialog: { type: 'catalogue' } })}
    >
      {t('room.opens.catalogue')}
    </Button>
  )
}

function OnlyMe() {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const own = useOwnPage()
  const group = useGroupPage()
  if (!group || !own || own.id === group.id) return null
  return (
    <p className={styles.onlyMe}>
      <Said>{t('room.step.onlyMe', { page: named(group.name, workshop.language) })}</Said>{' '}
      <button type="button" className={styles.link} onClick={() => browseTo(view, group.id)}>
        {t('room.step.backToGroup')}
      </button>
    </p>
  )
}
