import { useTranslation } from 'react-i18next'
import { dayOf } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { named } from '#client/ui/named.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Pledge } from '#shared/consent/standing.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { overdueIn, type OpenThing } from '#shared/protocol/cockpit.ts'
import styles from './cockpit.module.css'
import { byDay, useShortDay } from './days.ts'
import { Entries, type Entry } from './Entries.tsx'
import { countOf, ofAll, type InGroup, type SeenGroup } from './groups.ts'
import { useThingTitle } from './ThingsDialog.tsx'

interface ListProps {
  workshop: WorkshopView
  groups: readonly SeenGroup[]
  nowMs: number
}

/** What is to be done, in all groups; what is due longest comes first. */
export function OpenTasks({ workshop, groups, nowMs }: ListProps) {
  const { t } = useTranslation()
  const shortDay = useShortDay()
  const entryOf = useEntryOf(workshop)
  const today = dayOf(nowMs)
  const tasks = ofAll(groups, (standing) => standing.tasks).sort((a, b) => byDay(a.item, b.item))
  const isOverdue = ({ day }: OpenThing) => day !== null && day < today
  const count = countOf(groups, 'tasks')
  const overdue = overdueIn(
    groups.map(({ standing }) => standing),
    today,
  )
  const late = t(`cockpit.tasks.${overdue.isLeast ? 'overdueAtLeast' : 'overdue'}`, { count: overdue.count })
  const sum = t('cockpit.tasks.open', { count })
  return (
    <Entries
      id="cockpit-tasks"
      title={t('cockpit.tasks.title')}
      sum={overdue.count > 0 ? `${sum}, ${late}` : sum}
      count={count}
      none={t('cockpit.tasks.none')}
      all={t('cockpit.tasks.all', { count })}
      entries={tasks.map((task) =>
        entryOf(
          task,
          task.item.day === null ? null : isOverdue(task.item) ? (
            <strong className={styles.needed}>
              {t('cockpit.tasks.since', { day: shortDay(task.item.day) })}
            </strong>
          ) : (
            t('cockpit.tasks.until', { day: shortDay(task.item.day) })
          ),
        ),
      )}
    />
  )
}

/** What was settled, in all groups, the latest first. */
export function Decisions({ workshop, groups }: Omit<ListProps, 'nowMs'>) {
  const { t } = useTranslation()
  const shortDay = useShortDay()
  const entryOf = useEntryOf(workshop)
  const count = countOf(groups, 'decisions')
  const decisions = ofAll(groups, (standing) => standing.decisions).sort((a, b) =>
    (b.item.day ?? '').localeCompare(a.item.day ?? ''),
  )
  return (
    <Entries
      id="cockpit-decisions"
      title={t('cockpit.decisions.title')}
      sum={String(count)}
      count={count}
      none={t('cockpit.decisions.none')}
      all={t('cockpit.decisions.all', { count })}
      entries={decisions.map((one) => entryOf(one, one.item.day === null ? null : shortDay(one.item.day)))}
    />
  )
}

/** Who gives what, the firmest first. */
export function Pledges({ workshop, groups }: Omit<ListProps, 'nowMs'>) {
  const { t } = useTranslation()
  const titleOf = useThingTitle()
  const shortDay = useShortDay()
  const pledges = ofAll(groups, (standing) => standing.pledges).sort((a, b) => b.item.level - a.item.level)
  const count = countOf(groups, 'pledges')
  const among = new Set(pledges.map(({ group }) => group.id)).size
  const said = (words: string) => named(words, workshop.language)
  const pendingWords = ({ pending }: Pledge) => {
    if (!pending) return ''
    const body = pending.body || t('cockpit.pledges.somebody')
    return pending.day
      ? t('cockpit.pledges.decides', { body, day: shortDay(pending.day) })
      : t('cockpit.pledges.hasToAgree', { body })
  }
  return (
    <Entries
      id="cockpit-pledges"
      title={t('cockpit.pledges.title')}
      sum={count > 0 ? t('cockpit.pledges.sum', { count: among, pledges: count }) : String(count)}
      count={count}
      none={t('cockpit.pledges.none')}
      all={t('cockpit.pledges.all', { count })}
      entries={pledges.map(({ group, item }) => ({
        key: item.id,
        to: paths.inRoom(workshop.id, group.id, { card: item.id }),
        icon: <KindIcon kind={item.kind} />,
        title: titleOf(item),
        lang: workshop.language,
        about: [said([group.name, item.role].filter(Boolean).join(' · ')), pendingWords(item)]
          .filter(Boolean)
          .join(' · '),
        aside: <Firmness pledge={item} />,
      }))}
    />
  )
}

/** In words first; the bars say the same. */
function Firmness({ pledge: { kind, firmness, level, levels } }: { pledge: Pledge }) {
  const texts = useKindTexts()
  const rule = traitsOf(kind).pledge
  return (
    <>
      {rule ? texts.option(kind, rule.firmness, firmness) : null}
      <span className={styles.bars} aria-hidden="true">
        {Array.from({ length: levels }, (_, n) => (
          <i key={n} data-filled={n < level} />
        ))}
      </span>
    </>
  )
}

function useEntryOf({
  id,
  language,
}: WorkshopView): (one: InGroup<OpenThing>, aside: Entry['aside']) => Entry {
  const titleOf = useThingTitle()
  return ({ group, item }, aside) => ({
    key: item.id,
    to: paths.inRoom(id, group.id, { card: item.id }),
    icon: <KindIcon kind={item.kind} />,
    title: titleOf(item),
    lang: language,
    about: named([group.name, ...item.bodies].join(' · '), language),
    aside,
  })
}
