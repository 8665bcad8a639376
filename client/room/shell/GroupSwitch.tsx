import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { Menu } from '#client/ui/Menu.tsx'
import type { GroupView } from '#shared/protocol/api.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import styles from './GroupSwitch.module.css'

/** The group's name; for those who may enter several rooms a way into the others. */
export function GroupSwitch() {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const navigate = useNavigate()
  const others = enterable(workshop.groups, workshop.me.groupIds).filter(({ id }) => id !== group.id)
  if (others.length === 0)
    return (
      <h1 className={styles.name} lang={workshop.language}>
        {group.name}
      </h1>
    )
  const items = others.map(({ id, name }) => ({
    id,
    label: named(name, workshop.language),
    onSelect: () => void navigate(paths.room(workshop.id, id)),
  }))
  const toWorkshop = {
    id: 'workshop',
    label: t('room.groups.toWorkshop'),
    onSelect: () => void navigate(paths.workshop(workshop.id)),
  }
  return (
    <h1 className={styles.name}>
      <Menu label={named(group.name, workshop.language)} variant="quiet" items={[...items, toWorkshop]} />
    </h1>
  )
}

/** Rooms in use that somebody may go to; what lies in the archive is entered from the overview. */
export function enterable(groups: readonly GroupView[], allowed: GroupView['id'][] | 'all'): GroupView[] {
  return groups.filter(
    ({ id, archivedAt }) => archivedAt === null && (allowed === 'all' || allowed.includes(id)),
  )
}
