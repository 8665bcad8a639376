import { ArrowLeft, ArrowRight, Lock, Play, SkipForward, Square, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { clockFace } from '#client/app/clock-face.ts'
import { timeOfDay } from '#client/room-context/times-of-day.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { useTimeLeft } from '#client/facilitation/timer/use-time-left.ts'
import { Button } from '#client/ui/Button.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { Course, CourseStep } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'
import { CatchUpProposal } from './CatchUpProposal.tsx'
import { useCourse, useNow } from './use-course.ts'
import { useRunning } from './use-running.ts'
import { useDriftWords } from './words.ts'
import styles from './agenda.module.css'

/** Where the meeting is: drift, what is done, what is on, what comes, and the note for the moderation. */
export function AgendaRun({ meeting, onPlan }: { meeting: Meeting; onPlan: () => void }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const course = useCourse(meeting)
  const note = course?.now.step.note ?? meeting.note
  if (meeting.steps.length === 0) {
    return (
      <>
        <p className={styles.quiet}>{t('agenda.empty')}</p>
        <Button onClick={onPlan}>{t('agenda.plan')}</Button>
      </>
    )
  }
  return (
    <>
      {course ? <Clock course={course} /> : null}
      <RunControls meeting={meeting} course={course} />
      {course ? <CourseList course={course} /> : <PlannedList meeting={meeting} />}
      {course && course.driftMs >= MINUTE_MS ? <CatchUpProposal meeting={meeting} course={course} /> : null}
      {note ? (
        <section className={styles.section}>
          <h3 className={styles.onlyYou}>
            <Lock aria-hidden="true" />
            {t('agenda.onlyYou')}
          </h3>
          <p className={styles.note} lang={workshop.language}>
            {note}
          </p>
        </section>
      ) : null}
    </>
  )
}

function Clock({ course }: { course: Course }) {
  const { t, i18n } = useTranslation()
  const drift = useDriftWords()
  const nowMs = useNow()
  const buffer = Math.round(course.bufferMs / MINUTE_MS)
  const end = timeOfDay(course.endsAt, i18n.language)
  return (
    <div className={styles.clock}>
      <span className={styles.time}>{timeOfDay(nowMs, i18n.language)}</span>
      <span className={styles.words}>
        <strong className={course.driftMs >= MINUTE_MS ? styles.late : undefined}>{drift(course)}</strong>
        <span className={styles.quiet}>
          {buffer >= 0
            ? t('agenda.endAndBuffer', { end, minutes: buffer })
            : t('agenda.endAndOver', { end, minutes: -buffer })}
        </span>
      </span>
    </div>
  )
}

function RunControls({ meeting, course }: { meeting: Meeting; course: Course | null }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const running = useRunning(meeting)
  if (!course) {
    return (
      <div className={styles.controls}>
        <Button
          variant="primary"
          icon={<Play aria-hidden="true" />}
          onClick={() => void running.go('startStep', meeting.steps[0]!)}
        >
          {t('agenda.start')}
        </Button>
      </div>
    )
  }
  const before = course.done.at(-1)?.step
  const [next, afterNext] = course.next.map(({ step }) => step)
  return (
    <div className={styles.controls}>
      {before ? (
        <Button icon={<ArrowLeft aria-hidden="true" />} onClick={() => void running.go('backStep', before)}>
          {t('agenda.back')}
        </Button>
      ) : null}
      {next ? (
        <Button icon={<ArrowRight aria-hidden="true" />} onClick={() => void running.go('nextStep', next)}>
          <Said>{t('agenda.next', { title: named(next.title, workshop.language) })}</Said>
        </Button>
      ) : (
        <Button icon={<Square aria-hidden="true" />} onClick={() => void running.end()}>
          {t('agenda.end')}
        </Button>
      )}
      {next && afterNext ? (
        <Button
          variant="quiet"
          icon={<SkipForward aria-hidden="true" />}
          onClick={() => void running.go('skipStep', afterNext)}
        >
          <Said>{t('agenda.skip', { title: named(next.title, workshop.language) })}</Said>
        </Button>
      ) : null}
      {running.canUndo ? (
        <Button variant="quiet" icon={<Undo2 aria-hidden="true" />} onClick={() => void running.undo()}>
          {t('agenda.undo')}
        </Button>
      ) : null}
    </div>
  )
}

function CourseList({ course }: { course: Course }) {
  const { t, i18n } = useTranslation()
  const { workshop } = useRoom()
  const left = useTimeLeft()
  return (
    <>
      {course.done.length > 0 ? (
        <details className={styles.done}>
          <summary>{t('agenda.done', { count: course.done.length })}</summary>
          <ol className={styles.rows}>
            {course.done.map((row) => (
              <Row key={row.step.id} row={row} />
            ))}
          </ol>
        </details>
      ) : null}
      <div className={styles.now} aria-current="step">
        <span className={styles.at}>{timeOfDay(course.now.expectedAt, i18n.language)}</span>
        <strong lang={workshop.language}>{course.now.step.title}</strong>
        {left === null ? null : <span className={styles.at}>{clockFace(left)}</span>}
      </div>
      {course.next.length > 0 ? (
        <>
          <h3>{t('agenda.upNext')}</h3>
          <ol className={styles.rows}>
            {course.next.map((row) => (
              <Row key={row.step.id} row={row} />
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}

/** A step with its time; where the plan said otherwise, that is struck through. */
function Row({ row: { step, plannedAt, expectedAt } }: { row: CourseStep }) {
  const { t, i18n } = useTranslation()
  const { workshop } = useRoom()
  const [expected, planned] = [expectedAt, plannedAt].map((at) => timeOfDay(at, i18n.language))
  return (
    <li className={styles.row}>
      <span className={styles.at}>{expected}</span>
      {expected === planned ? null : (
        <s>
          <VisuallyHidden>{t('agenda.plannedAt', { time: planned })}</VisuallyHidden>
          <span aria-hidden="true">{planned}</span>
        </s>
      )}
      <span className={styles.rowTitle} lang={workshop.language}>
        {step.title}
      </span>
      <span className={styles.quiet}>{t('agenda.minutes', { minutes: step.minutes })}</span>
    </li>
  )
}

/** Before the start: each step with its length; any of them can be the first. */
function PlannedList({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const running = useRunning(meeting)
  return (
    <ol className={styles.rows}>
      {meeting.steps.map((step) => (
        <li key={step.id} className={styles.row}>
          <span className={styles.rowTitle} lang={workshop.language}>
            {step.title}
          </span>
          <span className={styles.quiet}>{t('agenda.minutes', { minutes: step.minutes })}</span>
          <Button
            variant="quiet"
            aria-label={t('agenda.startAt', { title: step.title })}
            onClick={() => void running.go('startStep', step)}
          >
            {t('agenda.startHere')}
          </Button>
        </li>
      ))}
    </ol>
  )
}
