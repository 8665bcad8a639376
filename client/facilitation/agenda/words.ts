import { useTranslation } from 'react-i18next'
import type { Advice } from '#shared/agenda/lint.ts'
import type { Course } from '#shared/agenda/course.ts'
import type { PlannedStep } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'

/** "3 min hinter Plan" */
export function useDriftWords(): (course: Pick<Course, 'driftMs'>) => string {
  const { t } = useTranslation()
  return ({ driftMs }) => {
    const minutes = Math.round(driftMs / MINUTE_MS)
    if (minutes === 0) return t('agenda.onTime')
    return minutes > 0 ? t('agenda.behind', { minutes }) : t('agenda.ahead', { minutes: -minutes })
  }
}

/** What a careful colleague would say, as a sentence. */
export function useAdviceWords(steps: readonly PlannedStep[]): (advice: Advice) => string {
  const { t } = useTranslation()
  return (advice) => {
    const stepId = 'stepId' in advice ? advice.stepId : null
    const step = steps.find(({ id }) => id === stepId)?.title ?? ''
    return t(`agenda.advice.${advice.type}`, { step, minutes: 'minutes' in advice ? advice.minutes : 0 })
  }
}
