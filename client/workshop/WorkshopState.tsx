import { useTranslation } from 'react-i18next'
import { dayAndTime, dayOf, useDay } from '#client/app/dates.ts'
import { useCockpit } from '#client/app/queries.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { overdueIn, type CockpitGroup } from '#shared/protocol/cockpit.ts'
import { phases } from '#shared/workshop/phases.ts'
import styles from './WorkshopsPage.module.css'

/** How a workshop stands, for whoever looks after several: in one glance, before going in. */
export function WorkshopState({ workshop }: { workshop: WorkshopSummary }) {
  const { t, i18n } = useTranslation()
  const day = useDay()
  const { data, error } = useCockpit(workshop.id)
  const groups = data?.groups ?? []
  const where = useWhere(groups)
  if (error) return <p className={styles.facts}>{t('workshop.state.unknown')}</p>
  if (!data) return <p className={styles.facts}>{t('workshop.state.loading')}</p>
  const open = groups.reduce((sum, { counts }) => sum + counts.tasks, 0)
  const late = overdueIn(groups, dayOf(data.at))
  const next = Math.min(...groups.map(({ nextMeeting }) => nextMeeting?.startsAt ?? Infinity))
  const active = Math.max(...groups.map(({ activeAt }) => activeAt ?? 0))
  return (
    <p className={styles.facts}>
      <span>{where}</span>
      <span>
        {t('workshop.state.tasks', { count: open })}
        {late.count > 0
          ? `, ${t(`workshop.state.${late.isLeast ? 'lateAtLeast' : 'late'}`, { count: late.count })}`
          : ''}
      </span>
      <span>
        {Number.isFinite(next)
          ? t('workshop.state.next', { when: dayAndTime(next, i18n.language) })
          : t('workshop.state.noMeeting')}
      </span>
      {active > 0 ? <span>{t('workshop.state.active', { day: day(active) })}</span> : null}
    </p>
  )
}

/** "Problemraum (2), Lösungsraum" */
function useWhere(groups: readonly CockpitGroup[]): string {
  const { t } = useTranslation()
  const list = phases.flatMap((phase) => {
    const count = groups.filter((group) => group.phase === phase).length
    if (count === 0) return []
    const name = t(`workshop.phaseShort.${phase}`)
    return count === 1 ? name : `${name} (${count})`
  })
  return t('workshop.state.where', { phases: list.join(', ') })
}
