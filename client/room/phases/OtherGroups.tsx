import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { PhasesView } from '#shared/protocol/api.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'
import { KindCounts, madeIn } from './KindCounts.tsx'
import styles from './PhasePanel.module.css'

/** The server counts at most once a minute. */
const everyMs = 60_000

/** What the other groups have made in a phase, and where they are now. */
export function OtherGroups({ phase }: { phase: Phase }) {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const explain = useErrorText()
  const path = { workshopId: workshop.id, groupId: group.id }
  const { data, error, refetch } = useQuery({
    queryKey: ['workshop', workshop.id, 'phases', group.id],
    queryFn: ({ signal }) => call<PhasesView>('phasesNow', { path, signal }),
    refetchInterval: everyMs,
  })
  if (!data && error)
    return (
      <Banner tone="attention" action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}>
        {explain(error)}
      </Banner>
    )
  if (!data) return <Spinner label={t('common.loading')} />
  if (data.groups.length === 0) return <p className={styles.quiet}>{t('room.phaseView.alone')}</p>
  return (
    <>
      <p className={styles.quiet}>{t('room.phaseView.othersHint')}</p>
      <ul className={styles.list}>
        {data.groups.map((other) => (
          <li key={other.groupId} className={styles.group}>
            <h4 lang={workshop.language}>{other.name}</h4>
            <p className={styles.quiet}>
              {t('room.phaseView.isIn', {
                number: phases.indexOf(other.phase) + 1,
                phase: t(`workshop.phaseShort.${other.phase}`),
              })}
            </p>
            <KindCounts counts={madeIn(phase, other.made)} none={t('room.phaseView.nothingThere')} />
          </li>
        ))}
      </ul>
    </>
  )
}
