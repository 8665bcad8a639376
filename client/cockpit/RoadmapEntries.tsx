import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './cockpit.module.css'
import type { Roadmap } from './roadmap.ts'

interface RoadmapEntriesProps {
  workshop: WorkshopView
  roadmap: Roadmap
}

/** One after the other, as they come due. */
export function RoadmapList({ workshop, roadmap: { rows } }: RoadmapEntriesProps) {
  const { t } = useTranslation()
  return (
    <ol className={styles.entries}>
      {rows.map(({ group, item, cells: [day, what, ...about] }) => (
        <li key={item.id}>
          {item.isDone ? <CircleCheck aria-hidden="true" /> : <KindIcon kind={item.kind} />}
          <span className={styles.words}>
            <Link to={paths.inRoom(workshop.id, group.id, { card: item.id })} lang={workshop.language}>
              {what}
            </Link>
            <span className={styles.quiet}>{about.filter(Boolean).join(' · ')}</span>
          </span>
          <span className={styles.aside}>{day || t('cockpit.roadmap.noDay')}</span>
        </li>
      ))}
    </ol>
  )
}

/** Which column holds the group's name, in the workshop's language as the milestone is. */
const GROUP = 2

/** All of each, to compare. */
export function RoadmapTable({ workshop, roadmap: { columns, rows } }: RoadmapEntriesProps) {
  const { t } = useTranslation()
  return (
    <table className={styles.table} aria-label={t('cockpit.roadmap.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ group, item, cells }) => (
          <tr key={item.id}>
            {cells.map((cell, n) => (
              <td key={columns[n]}>
                <span className={styles.label} aria-hidden="true">
                  {columns[n]}
                </span>
                {n === 1 ? (
                  <Link to={paths.inRoom(workshop.id, group.id, { card: item.id })} lang={workshop.language}>
                    {cell}
                  </Link>
                ) : (
                  <span lang={n === GROUP ? workshop.language : undefined}>{cell || '–'}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
