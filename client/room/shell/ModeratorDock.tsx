import { ArrowLeft, ArrowRight, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Course } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { FinishedCount } from '#client/facilitation/finished/FinishedCount.tsx'
import { useCurrentMeeting } from '#client/facilitation/agenda/meetings.ts'
import { useCourse } from '#client/facilitation/agenda/use-course.ts'
import { useRunning } from '#client/facilitation/agenda/use-running.ts'
import { AgendaControl } from '#client/facilitation/agenda/AgendaControl.tsx'
import { HandsControl } from '#client/facilitation/hands/HandsControl.tsx'
import { usePresentHands } from '#client/facilitation/hands/raised-hands.ts'
import { UnlockControl } from '#client/facilitation/lock/UnlockControl.tsx'
import { goingTo, stepsAround } from '#client/facilitation/place/agenda-steps.ts'
import { CaptureControl } from '../capture/CaptureControl.tsx'
import { DockMenu } from './DockMenu.tsx'
import styles from './ModeratorDock.module.css'
import { useFacilitation, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { SilentControl } from '#client/facilitation/silent/SilentControl.tsx'
import { TimerControls } from '#client/facilitation/timer/TimerControls.tsx'
import { useCommand } from '#client/room-context/use-command.ts'
import { usePhone } from '#client/room-context/use-phone.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import { VoteControl } from '../votes/VoteControl.tsx'

/**
 * Everything a moderator imposes on the room, below the content; what is needed seldom waits in its menu. A phone's has
 * the way on, hands that are up, and a menu with all the rest.
 */
export function ModeratorDock() {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <section data-region="dock" className={styles.dock} aria-label={t('facilitation.dock.label')}>
      <Onward />
      {phone ? <HandsOnPhone /> : <DeskControls />}
      <DockMenu />
    </section>
  )
}

function DeskControls() {
  return (
    <>
      <AgendaControl />
      <span className={styles.divider} />
      <TimerControls />
      <span className={styles.divider} />
      <SilentControl />
      <VoteControl />
      <UnlockControl />
      <span className={styles.divider} />
      <FinishedCount className={styles.done} />
      <HandsControl />
      <CaptureControl />
    </>
  )
}

/** Who asks to speak is not found by opening a menu. */
const HandsOnPhone = () => (usePresentHands().length > 0 ? <HandsControl brief /> : null)

/** While a meeting runs, what comes next is what its agenda says; else the pages in their order. */
function Onward() {
  const meeting = useCurrentMeeting()
  const course = useCourse(meeting)
  return meeting && course ? <StepControls meeting={meeting} course={course} /> : <PageControls />
}

interface StepControlsProps {
  meeting: Meeting
  course: Course
}

function StepControls({ meeting, course }: StepControlsProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const running = useRunning(meeting)
  const before = course.done.at(-1)?.step ?? null
  const next = course.next[0]?.step ?? null
  return (
    <>
      <BackButton to={before?.title} onClick={() => before && void running.go('backStep', before)} />
      <Button
        variant="primary"
        className={styles.onward}
        icon={next ? <ArrowRight aria-hidden="true" /> : <Square aria-hidden="true" />}
        onClick={() => void (next ? running.go('nextStep', next) : running.end())}
      >
        <span className={styles.cut}>
          <Said>
            {next
              ? t('facilitation.dock.next', { page: named(next.title, workshop.language) })
              : t('agenda.end')}
          </Said>
        </span>
      </Button>
    </>
  )
}

function BackButton({ to, onClick }: { to: string | undefined; onClick: () => void }) {
  const { t } = useTranslation()
  const icon = <ArrowLeft aria-hidden="true" />
  const where = to === undefined ? undefined : t('facilitation.dock.backTo', { page: to })
  const disabled = to === undefined
  if (usePhone())
    return <IconButton {...{ icon, disabled, onClick }} label={where ?? t('facilitation.dock.back')} />
  return (
    <Button variant="quiet" {...{ icon, disabled, onClick }} title={where}>
      {t('facilitation.dock.back')}
    </Button>
  )
}

function PageControls() {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const send = useCommand()
  const state = useFacilitation((facilitation) => facilitation.state)
  const own = useView(({ pageId }) => pageId)
  const steps = stepsAround(usePages(), state?.place.pageId ?? null, own)
  // The own view goes first: then nobody has to be brought along to where they already are.
  const open = (page: RoomPage) => {
    view.setState({ pageId: page.id, focusShapeId: null, broughtFrom: null })
    void send(goingTo(page, state?.place.phase ?? null))
  }
  const { previous, onward } = steps
  const label =
    onward && t(`facilitation.dock.${onward.kind}`, { page: named(onward.page.name, workshop.language) })
  return (
    <>
      <BackButton to={previous?.name} onClick={() => previous && open(previous)} />
      <Button
        variant="primary"
        className={styles.onward}
        icon={<ArrowRight aria-hidden="true" />}
        disabled={!onward}
        onClick={() => onward && open(onward.page)}
      >
        <span className={styles.cut}>
          <Said>{label ?? t('facilitation.dock.lastPage')}</Said>
        </span>
      </Button>
    </>
  )
}
