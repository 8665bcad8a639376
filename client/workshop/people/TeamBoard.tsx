import { useRef, useState, type DragEvent, type RefObject } from 'react'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useMembers } from '#client/app/queries.ts'
import { classes } from '#client/ui/classes.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupView, MemberView, WorkshopView } from '#shared/protocol/api.ts'
import { useMove } from '../use-edit-member.ts'
import styles from './people.module.css'

/** Everybody who works in one group, group beside group: moved by hand or by menu. Who enters every room is not among them. */
export function TeamBoard({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const members = useMembers(workshop.id, true)
  // What is dragged cannot be read while it is over a column, only once it is let go
  const dragged = useRef<Dragged | null>(null)
  if (!members.data) return null
  const placed = members.data.filter(({ groupIds }) => groupIds !== 'all')
  const projects = workshop.groups.filter(({ kind }) => kind === 'project')
  const nowhere = placed.filter((member) => projects.every((group) => !isIn(member, group)))
  return (
    <section aria-labelledby="teams" className={styles.teams}>
      <h2 id="teams">{t('workshop.teams.title')}</h2>
      {mayInWorkshop(workshop, 'member.manage') ? (
        <p className={styles.quiet}>{t('workshop.teams.text')}</p>
      ) : null}
      <div className={styles.board}>
        {projects.map((group) => (
          <Column
            key={group.id}
            workshop={workshop}
            dragged={dragged}
            group={group}
            people={placed.filter((member) => isIn(member, group))}
          />
        ))}
        {nowhere.length > 0 ? (
          <Column workshop={workshop} dragged={dragged} group={null} people={nowhere} />
        ) : null}
      </div>
    </section>
  )
}

const isIn = ({ groupIds }: MemberView, { id }: GroupView) => groupIds !== 'all' && groupIds.includes(id)

/** Somebody, and the column they are taken out of. */
interface Dragged {
  member: MemberView
  from: GroupView | null
}

interface ColumnProps {
  workshop: WorkshopView
  /** null: those who are in none. */
  group: GroupView | null
  people: readonly MemberView[]
  dragged: RefObject<Dragged | null>
}

function Column({ workshop, group, people, dragged }: ColumnProps) {
  const { t } = useTranslation()
  const move = useMove(workshop)
  const [isOver, setIsOver] = useState(false)
  const newcomer = () => {
    const { member } = dragged.current ?? {}
    return group && member && !people.some(({ id }) => id === member.id) ? dragged.current : null
  }
  const over = (event: DragEvent) => {
    if (!newcomer()) return
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    const taken = newcomer()
    setIsOver(false)
    if (!taken || !group) return
    event.preventDefault()
    move(taken.member, taken.from?.id ?? null, group.id)
  }
  const title = group?.name ?? t('workshop.teams.nowhere')
  return (
    <div
      className={classes(styles.column, isOver && styles.over)}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h3 className={styles.columnHead}>
        <span lang={group ? workshop.language : undefined}>{title}</span>
        <span className={styles.count}>{people.filter(({ role }) => role !== 'observer').length}</span>
      </h3>
      <ul className={styles.people} aria-label={title}>
        {people.length === 0 ? <li className={styles.nobody}>{t('workshop.teams.nobody')}</li> : null}
        {people.map((member) => (
          <Person key={member.id} workshop={workshop} member={member} group={group} dragged={dragged} />
        ))}
      </ul>
    </div>
  )
}

type PersonProps = Omit<ColumnProps, 'people'> & { member: MemberView }

function Person({ workshop, member, group, dragged }: PersonProps) {
  const { t } = useTranslation()
  const move = useMove(workshop)
  const mayMove = mayInWorkshop(workshop, 'member.manage')
  const { name, organisation, role, standing } = member
  const others = workshop.groups.filter(({ id, kind }) => kind === 'project' && id !== group?.id)
  const facts = [
    organisation,
    // Who only reads along works nowhere
    role === 'observer' ? t('workshop.role.observer') : '',
    standing === 'present' ? '' : t(`workshop.standing.${standing}`),
  ]
  const start = (event: DragEvent) => {
    dragged.current = { member, from: group }
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', name)
  }
  return (
    <li
      className={classes(styles.person, standing !== 'present' && styles.away)}
      draggable={mayMove}
      onDragStart={start}
      onDragEnd={() => (dragged.current = null)}
    >
      <span>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {mayMove && others.length > 0 ? (
        <Menu
          label={t('workshop.teams.menu', { name })}
          icon={<ArrowRightLeft aria-hidden="true" />}
          iconOnly
          items={[
            {
              id: 'move',
              heading: t('workshop.teams.moveTo'),
              items: others.map((other) => ({
                id: other.id,
                label: named(other.name, workshop.language),
                onSelect: () => move(member, group?.id ?? null, other.id),
              })),
            },
          ]}
        />
      ) : null}
    </li>
  )
}
