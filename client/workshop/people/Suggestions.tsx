import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { Button } from '#client/ui/Button.tsx'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import type { GroupView, MemberView, WorkshopView } from '#shared/protocol/api.ts'
import { suggestions, type Suggestion } from '#shared/workshop/suggestions.ts'
import { useMove } from '../use-edit-member.ts'
import styles from './people.module.css'

interface SuggestionsProps {
  workshop: WorkshopView
  groups: readonly GroupView[]
  members: readonly MemberView[]
}

/** Who could move so that a group lacks less. Tells, and does nothing by itself. */
export function Suggestions({ workshop, groups, members }: SuggestionsProps) {
  const { t } = useTranslation()
  if (!mayInWorkshop(workshop, 'member.manage')) return null
  const present = members.filter(({ standing, groupIds }) => standing !== 'paused' && groupIds !== 'all')
  const isIn = ({ groupIds }: MemberView, id: GroupId) => groupIds !== 'all' && groupIds.includes(id)
  const seated = groups.map(({ id }) => ({ id, people: present.filter((member) => isIn(member, id)) }))
  const unplaced = present.filter((member) => groups.every(({ id }) => !isIn(member, id)))
  const found = suggestions(seated, unplaced)
  if (found.length === 0) return null
  return (
    <>
      <h3 id="suggestions" className={styles.subtitle}>
        {t('workshop.teams.suggestions')}
      </h3>
      <ul className={styles.suggestions} aria-labelledby="suggestions">
        {found.map((suggestion) => (
          <li key={`${suggestion.to} ${suggestion.seat}`} className={styles.suggestion}>
            <SuggestionLine workshop={workshop} suggestion={suggestion} members={members} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface LineProps {
  workshop: WorkshopView
  suggestion: Suggestion
  members: readonly MemberView[]
}

function SuggestionLine({ workshop, suggestion: { seat, to, move }, members }: LineProps) {
  const { t } = useTranslation()
  const nameOf = (id: GroupId) =>
    named(workshop.groups.find((group) => group.id === id)?.name ?? '', workshop.language)
  const words = { to: nameOf(to), seat: t(`workshop.composition.seat.${seat}`) }
  const member = move && members.find(({ id }) => id === move.member)
  if (!member) return <Said>{t('workshop.teams.invite', words)}</Said>
  const { name, organisation } = member
  return (
    <>
      <span>
        <Said>
          {move.from === null
            ? t('workshop.teams.suggestFree', { ...words, name, organisation })
            : t('workshop.teams.suggest', { ...words, name, organisation, from: nameOf(move.from) })}
        </Said>
      </span>
      <MoveButton workshop={workshop} member={member} from={move.from} to={to} />
    </>
  )
}

interface MoveProps {
  workshop: WorkshopView
  member: MemberView
  from: GroupId | null
  to: GroupId
}

function MoveButton({ workshop, member, from, to }: MoveProps) {
  const { t } = useTranslation()
  const move = useMove(workshop)
  return (
    <Button aria-label={`${t('workshop.teams.move')}: ${member.name}`} onClick={() => move(member, from, to)}>
      {t('workshop.teams.move')}
    </Button>
  )
}
