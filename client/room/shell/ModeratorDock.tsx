import { ArrowLeft, ArrowRight, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Course } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { Button } from '#client/ui/Button.tsx'
import { FinishedCount } from '#client/facilitation/finished/FinishedCount.tsx'
import { useCurrentMeeting } from '#client/facilitation/agenda/meetings.ts'
import { useCourse } from '#client/facilitation/agenda/use-course.ts'
import { useRunning } from '#client/facilitation/agenda/use-running.ts'
import { AgendaControl } from '#client/facilitation/agenda/AgendaControl.tsx'
import { HandsControl } from '#client/facilitation/hands/HandsControl.tsx'
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
import { VoteControl } from '../votes/VoteControl.tsx'

/** Everything a moderator imposes on the room, below the content; what is needed seldom waits in its menu. */
export function ModeratorDock() {
  const { t } = useTranslation()
  return (
    <section data-region="dock" className={styles.dock} aria-label={t('facilitation.dock.label')}>
      <Onward />
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
      <DockMenu />
    </section>
  )
}

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
  const running = useRunning(meeting)
  const before = course.done.at(-1)?.step ?? null
  const next = course.next[0]?.step ?? null
  return (
    <>
      <Button
        variant="quiet"
        icon={<ArrowLeft aria-hidden="true" />}
        disabled={!before}
        title={before ? t('facilitation.dock.backTo', { page: before.title }) : undefined}
        onClick={() => before && void running.go('backStep', before)}
      >
        {t('facilitation.dock.back')}
      </Button>
      <Button
        variant="primary"
        className={styles.onward}
        icon={next ? <ArrowRight aria-hidden="true" /> : <Square aria-hidden="true" />}
        onClick={() => void (next ? running.go('nextStep', next) : running.end())}
      >
        <span className={styles.cut}>
          {next ? t('facilitation.dock.next', { page: next.title }) : t('agenda.end')}
        </span>
      </Button>
    </>
  )
}

function PageControls() {
  const { t } = useTranslation()
  const { view } = useRoom()
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
  const label = onward && t(`facilitation.dock.${onward.kind}`, { page: onward.page.name })
  return (
    <>
      <Button
        variant="quiet"
        icon={<ArrowLeft aria-hidden="true" />}
        disabled={!previous}
        title={previous ? t('facilitation.dock.backTo', { page: previous.name }) : undefined}
        onClick={() => previous && open(previous)}
      >
        {t('facilitation.dock.back')}
      </Button>
      <Button
        variant="primary"
        className={styles.onward}
        icon={<ArrowRight aria-hidden="true" />}
        disabled={!onward}
        onClick={() => onward && open(onward.page)}
      >
        <span className={styles.cut}>{label ?? t('facilitation.dock.lastPage')}</span>
      </Button>
    </>
  )
}
