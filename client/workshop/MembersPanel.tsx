import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { groupsToChoose } from '#client/app/groups-to-choose.ts'
import { useMembers } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Select } from '#client/ui/Select.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import { mayMore, roles, type Role } from '#shared/workshop/roles.ts'
import { MemberMenu } from './MemberMenu.tsx'
import { AwaitedLetters } from './people/AwaitedLetters.tsx'
import { ListImport } from './people/ListImport.tsx'
import peopleStyles from './people/people.module.css'
import { ReturnLinkDialog } from './ReturnLinkDialog.tsx'
import styles from './table.module.css'
import { useEditMember } from './use-edit-member.ts'

/** Who belongs to the workshop, as what and where. Deliberately without a word on who did how much. */
export function MembersPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const members = useMembers(workshop.id, true)
  const mayManage = mayInWorkshop(workshop, 'member.manage')
  if (members.isPending) return <Spinner label={t('common.loading')} />
  if (members.isError) return <Banner tone="danger">{errorText(members.error)}</Banner>
  if (members.data.length === 0) return <EmptyState title={t('workshop.members.emptyTitle')} />
  return (
    <div className={styles.panel}>
      {mayManage ? (
        <div className={peopleStyles.tools}>
          <ListImport workshop={workshop} />
          <AwaitedLetters workshop={workshop} members={members.data} />
        </div>
      ) : null}
      <table className={styles.table} aria-label={t('workshop.overview.members')}>
        <thead>
          <tr>
            <th scope="col">{t('workshop.members.name')}</th>
            <th scope="col">{t('workshop.members.organisation')}</th>
            <th scope="col">{t('workshop.members.role')}</th>
            <th scope="col">{t('workshop.members.group')}</th>
            <th scope="col">
              <VisuallyHidden>{t('workshop.invites.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.data.map((member) => (
            <MemberRow
              key={member.id}
              workshop={workshop}
              member={member}
              mayManage={mayManage}
              standsInFor={members.data.find(({ id }) => id === member.standsInFor)?.name}
            />
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{t('workshop.members.noStatistics')}</p>
    </div>
  )
}

interface MemberRowProps {
  workshop: WorkshopView
  member: MemberView
  mayManage: boolean
  /** Whose place this person takes meanwhile. */
  standsInFor: string | undefined
}

function MemberRow({ workshop, member, mayManage, standsInFor }: MemberRowProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">
        {member.name}{' '}
        {member.id === workshop.me.id ? (
          <span className={styles.badge}>{t('workshop.members.you')}</span>
        ) : null}
        {member.standing === 'present' ? null : (
          <span className={styles.under}>{t(`workshop.standing.${member.standing}`)}</span>
        )}
        {standsInFor ? (
          <span className={styles.under}>{t('workshop.members.standsInFor', { name: standsInFor })}</span>
        ) : null}
      </th>
      <td>
        {member.organisation}
        <span className={styles.under}>{t(`workshop.organisationKind.${member.organisationKind}`)}</span>
      </td>
      <td className={styles.role} data-label={mayManage ? undefined : t('workshop.members.role')}>
        {mayManage ? <RoleChoice workshop={workshop} member={member} /> : t(`workshop.role.${member.role}`)}
      </td>
      <td className={styles.group} data-label={mayManage ? undefined : t('workshop.members.group')}>
        {mayManage ? (
          <GroupChoice workshop={workshop} member={member} />
        ) : (
          groupNames(workshop, member) || t('workshop.members.all')
        )}
      </td>
      <td className={styles.end}>{mayManage ? <MemberMenu workshop={workshop} member={member} /> : null}</td>
    </tr>
  )
}

type Choice = Pick<MemberRowProps, 'workshop' | 'member'>

function RoleChoice({ workshop, member }: Choice) {
  const { t } = useTranslation()
  const edit = useEditMember(workshop, member)
  const [raisedTo, setRaisedTo] = useState<Role | null>(null)
  const { name } = member
  return (
    <div className={styles.control}>
      {raisedTo ? (
        <ReturnLinkDialog
          title={t('workshop.members.raisedTitle', { name })}
          question={t('workshop.members.raisedText', { name, role: t(`workshop.role.${raisedTo}`) })}
          answer={t('workshop.members.returnText', { name })}
          endpoint="renewReturnLink"
          path={{ workshopId: workshop.id, memberId: member.id }}
          onClose={() => setRaisedTo(null)}
        />
      ) : null}
      <Select
        label={t('workshop.members.roleOf', { name })}
        value={member.role}
        disabled={edit.isPending}
        onChange={(role) => {
          const done = t('workshop.members.roleChanged', { role: t(`workshop.role.${role}`), name })
          edit.change({ role }, done, () => mayMore(role, member.role) && setRaisedTo(role))
        }}
        options={roles.map((role) => ({ value: role, label: t(`workshop.role.${role}`) }))}
      />
    </div>
  )
}

function GroupChoice({ workshop, member }: Choice) {
  const { t } = useTranslation()
  const edit = useEditMember(workshop, member)
  const entersAll = member.role === 'moderator' || member.role === 'manager'
  if (entersAll && member.groupIds === 'all') return t('workshop.members.all')
  const value = valueOf(workshop, member)
  const { name, groupIds } = member
  const from = groupIds === 'all' ? [] : projectGroupsOf(workshop, groupIds).map(({ id }) => id)
  const moved = (id: GroupId) => {
    const group = workshop.groups.find((one) => one.id === id)?.name ?? ''
    return t('workshop.members.groupChanged', { name, group: named(group, workshop.language) })
  }
  return (
    <div className={styles.control}>
      <Select<GroupChoiceValue>
        label={t('workshop.members.groupOf', { name })}
        value={value}
        disabled={edit.isPending}
        onChange={(choice) => {
          if (choice === 'all') edit.change({ groupIds: 'all' }, t('workshop.members.allOpened', { name }))
          else if (choice !== 'several') edit.change({ move: { from, to: choice } }, moved(choice))
        }}
        options={[
          ...groupsToChoose(workshop, [value]).map(({ id, name }) => ({
            value: id,
            label: named(name, workshop.language),
          })),
          { value: 'all' as const, label: t('workshop.invites.allGroups') },
          ...(value === 'several'
            ? [
                {
                  value,
                  label: t('workshop.members.several', { names: groupNames(workshop, member) }),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

type GroupChoiceValue = GroupId | 'all' | 'several'

/** The plenum is open to everybody, so whoever is in it and one group belongs to that group. */
function valueOf(workshop: WorkshopView, { groupIds }: MemberView): GroupChoiceValue {
  if (groupIds === 'all') return 'all'
  const projects = projectGroupsOf(workshop, groupIds)
  if (projects.length > 1) return 'several'
  return projects[0]?.id ?? groupIds[0] ?? 'all'
}

function groupNames(workshop: WorkshopView, { groupIds }: MemberView): string {
  if (groupIds === 'all') return ''
  const projects = projectGroupsOf(workshop, groupIds)
  const shown = projects.length > 0 ? projects : workshop.groups.filter(({ id }) => groupIds.includes(id))
  return shown.map(({ name }) => name).join(', ')
}

function projectGroupsOf({ groups }: WorkshopView, groupIds: readonly GroupId[]) {
  return groups.filter(({ id, kind }) => kind === 'project' && groupIds.includes(id))
}
