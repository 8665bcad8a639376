import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Said } from '#client/ui/Said.tsx'
import { catchUp, receiverOf } from '#shared/agenda/catch-up.ts'
import type { Course } from '#shared/agenda/course.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { usePlanChange } from './meetings.ts'
import styles from './agenda.module.css'

/** Where the lost minutes could come from; the moderation takes the proposal or leaves it. */
export function CatchUpProposal({ meeting, course }: { meeting: Meeting; course: Course }) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const change = usePlanChange(meeting.id)
  const minutes = Math.round(course.driftMs / MINUTE_MS)
  const next = course.next.map(({ step }) => step)
  const { cuts, leaveOut, missingMinutes } = catchUp(next, minutes)
  const receiver = useFacilitation(({ state }) => (state ? receiverOf(course, state.timer) : null))
  const given = cuts.reduce((sum, { fromMinutes, toMinutes }) => sum + fromMinutes - toMinutes, 0)
  const gift = receiver && {
    stepId: receiver.id,
    fromMinutes: receiver.minutes,
    toMinutes: receiver.minutes + given,
  }
  const changes = gift && given > 0 ? [...cuts, gift] : cuts
  const titleOf = (stepId: string) =>
    named(meeting.steps.find(({ id }) => id === stepId)?.title ?? '', workshop.language)
  const shorten = async () => {
    for (const { stepId, fromMinutes, toMinutes } of changes) {
      const taken = await change({
        type: 'editStep',
        stepId,
        from: { minutes: fromMinutes },
        to: { minutes: toMinutes },
      })
      if (!taken) return
    }
  }
  if (cuts.length === 0 && leaveOut === null) return null
  return (
    <details className={styles.section}>
      <summary>{t('agenda.catchUp.title', { minutes })}</summary>
      <ul className={styles.plain}>
        {changes.map(({ stepId, fromMinutes, toMinutes }) => (
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
      {cuts.length > 0 ? <Button onClick={() => void shorten()}>{t('agenda.catchUp.take')}</Button> : null}
    </details>
  )
}
