import { useTranslation } from 'react-i18next'
import { useMembers } from '#client/app/queries.ts'
import type { GroupView, MemberView, WorkshopView } from '#shared/protocol/api.ts'
import {
  composition,
  missingSeats,
  seats,
  seatTargets,
  type SeatCount,
  type SeatTarget,
} from '#shared/workshop/composition.ts'
import styles from './CompositionPanel.module.css'
import { Suggestions } from './people/Suggestions.tsx'

/** Target and actual of every project group. Tells, and never stands in the way. */
export function CompositionPanel({ workshop, groups }: { workshop: WorkshopView; groups: GroupView[] }) {
  const { t } = useTranslation()
  const members = useMembers(workshop.id, true)
  if (!members.data) return null
  const counts = groups.map((group) => composition(seatedIn(group, members.data), groups.length))
  return (
    <section aria-labelledby="composition">
      <h2 id="composition" className={styles.title}>
        {t('workshop.composition.title')}
      </h2>
      <p className={styles.quiet}>{t('workshop.composition.text')}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="composition">
        <table className={styles.table} aria-labelledby="composition">
          <thead>
            <tr>
              <th scope="col">{t('workshop.composition.who')}</th>
              <th scope="col">{t('workshop.composition.target')}</th>
              {groups.map((group, i) => (
                <th key={group.id} scope="col">
                  <span lang={workshop.language}>{group.name}</span>
                  <GroupState missing={missingSeats(counts[i]!)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seats.map((seat, row) => (
              <tr key={seat}>
                <th scope="row">{t(`workshop.composition.seat.${seat}`)}</th>
                <td className={styles.quiet}>
                  <Target target={counts[0]?.[row] ?? seatTargets[seat]} />
                </td>
                {groups.map((group, i) => (
                  <td key={group.id}>
                    <Actual count={counts[i]![row]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Suggestions workshop={workshop} groups={groups} members={members.data} />
    </section>
  )
}

/** Who rests does not count as seated: the place is theirs, and somebody is missing meanwhile. */
function seatedIn(group: GroupView, members: readonly MemberView[]): MemberView[] {
  return members.filter(
    ({ groupIds, standing }) => standing !== 'paused' && (groupIds === 'all' || groupIds.includes(group.id)),
  )
}

function GroupState({ missing }: { missing: number }) {
  const { t } = useTranslation()
  return (
    <span className={missing > 0 ? styles.open : styles.complete}>
      {missing > 0
        ? t('workshop.composition.missing', { count: missing })
        : t('workshop.composition.complete')}
    </span>
  )
}

function Target({ target: { min, max } }: { target: SeatTarget }) {
  const { t } = useTranslation()
  if (min === 0) return t('workshop.composition.optional')
  if (max === null) return t('workshop.composition.atLeast', { count: min })
  return min === max
    ? t('workshop.composition.exactly', { count: min })
    : t('workshop.composition.between', { min, max })
}

function Actual({ count: { actual, missing, over } }: { count: SeatCount }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={styles.actual}>{actual}</span>
      {missing > 0 ? (
        <span className={styles.open}>{t('workshop.composition.short', { count: missing })}</span>
      ) : over > 0 ? (
        <span className={styles.note}>{t('workshop.composition.over', { count: over })}</span>
      ) : null}
    </>
  )
}
