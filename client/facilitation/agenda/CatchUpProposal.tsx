import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Said } from '#client/ui/Said.tsx'
import { catchUpOf } from '#shared/agenda/catch-up.ts'
import type { Course } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { usePlanChange } from './meetings.ts'
import styles from './agenda.module.css'

/** Where the lost minutes could come from; the moderation takes the proposal or leaves it. */
export function CatchUpProposal({ meeting, course }: { meeting: Meeting; course: Course }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const change = usePlanChange(meeting.id)
  const timer = useFacilitation(({ state }) => state?.timer)
  if (!timer) return null
  const { minutes, lengths, leaveOut, missingMinutes } = catchUpOf(course, timer)
  if (lengths.length === 0 && leaveOut === null) return null
  const titleOf = (stepId: string) =>
    named(meeting.steps.find(({ id }) => id === stepId)?.title ?? '', workshop.language)
  const shorten = () =>
    change({
      type: 'editSteps',
      edits: lengths.map(({ stepId, fromMinutes, toMinutes }) => ({
        stepId,
        from: { minutes: fromMinutes },
        to: { minutes: toMinutes },
      })),
    })
  return (
    <details className={styles.section}>
      <summary>{t('agenda.catchUp.title', { minutes })}</summary>
      <ul className={styles.plain}>
        {lengths.map(({ stepId, fromMinutes, toMinutes }) => (
          <li key={stepId}>
            <Said>
              {t('agenda.catchUp.cut', { title: titleOf(stepId), from: fromMinutes, to: toMinutes })}
            </Said>
          </li>
        ))}
        {leaveOut ? (
          <li>
            <Said>{t('agenda.catchUp.leaveOut', { title: titleOf(leaveOut), minutes: missingMinutes })}</Said>
          </li>
        ) : null}
      </ul>
      {lengths.length > 0 ? <Button onClick={() => void shorten()}>{t('agenda.catchUp.take')}</Button> : null}
    </details>
  )
}
