import { Fragment } from 'react'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ago, dayAndTime } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { classes } from '#client/ui/classes.ts'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import type { KindCount } from '#shared/consent/standing.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { CockpitGroup } from '#shared/protocol/cockpit.ts'
import { phases } from '#shared/workshop/phases.ts'
import styles from './cockpit.module.css'
import { phaseCells, type PhaseCell, type SeenGroup } from './groups.ts'
import type { ThingsBehind } from './ThingsDialog.tsx'

interface PhaseTableProps {
  workshop: WorkshopView
  groups: readonly SeenGroup[]
  nowMs: number
  onShow: (behind: ThingsBehind) => void
}

/** Groups × phases: where each is, what it has and what is missing. */
export function PhaseTable({ workshop, groups, nowMs, onShow }: PhaseTableProps) {
  const { t } = useTranslation()
  return (
    <table className={styles.table} aria-label={t('cockpit.title')}>
      <thead>
        <tr>
          <th scope="col">{t('cockpit.group')}</th>
          {phases.map((phase, n) => (
            <th key={phase} scope="col">
              {n + 1} {t(`workshop.phaseShort.${phase}`)}
            </th>
          ))}
          <th scope="col">{t('cockpit.next')}</th>
          <th scope="col">{t('cockpit.needs')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((seen) => (
          <tr key={seen.group.id}>
            <GroupHead workshop={workshop} seen={seen} nowMs={nowMs} />
            {phaseCells(seen).map((cell, n) => (
              <td key={cell.phase}>
                <span className={styles.label} aria-hidden="true">
                  {n + 1} {t(`workshop.phaseShort.${cell.phase}`)}
                </span>
                <Cell seen={seen} cell={cell} onShow={onShow} />
              </td>
            ))}
            <td>
              <span className={styles.label} aria-hidden="true">
                {t('cockpit.next')}
              </span>
              <NextMeeting standing={seen.standing} />
            </td>
            <td>
              <span className={styles.label} aria-hidden="true">
                {t('cockpit.needs')}
              </span>
              <Needs seen={seen} onShow={onShow} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function GroupHead({
  workshop,
  seen: { group, standing },
  nowMs,
}: {
  workshop: WorkshopView
  seen: SeenGroup
  nowMs: number
}) {
  const { t, i18n } = useTranslation()
  const { activeAt, municipalities } = standing
  const people = [
    t('workshop.people', { count: group.memberCount }),
    municipalities > 0 ? t('cockpit.municipalities', { count: municipalities }) : null,
  ]
  return (
    <th scope="row">
      <Link to={paths.room(workshop.id, group.id)} lang={workshop.language}>
        {group.name}
      </Link>
      <span className={styles.quiet}>{people.filter(Boolean).join(' · ')}</span>
      <span className={styles.quiet}>
        {activeAt === null
          ? t('cockpit.neverActive')
          : t('cockpit.active', { when: ago(nowMs - activeAt, i18n.language) })}
      </span>
    </th>
  )
}

interface CellProps {
  seen: SeenGroup
  cell: PhaseCell
  onShow: (behind: ThingsBehind) => void
}

function Cell({ seen: { group }, cell: { isNow, there, missing, lacking }, onShow }: CellProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return (
    <span className={styles.cell}>
      {isNow ? <strong className={styles.here}>{t('cockpit.here')}</strong> : null}
      {there.map((of) => (
        <Amount key={of.kind} of={of} onShow={(title) => onShow({ group, title, of })} />
      ))}
      {missing.length > 0 ? (
        <span className={lacking ? styles.needed : styles.quiet}>
          {t(lacking ? 'cockpit.missing' : 'cockpit.toCome', {
            kinds: missing.map((kind) => texts.label(kind)).join(', '),
          })}
        </span>
      ) : null}
      {!isNow && there.length === 0 && missing.length === 0 ? (
        <span className={styles.nothing}>
          <VisuallyHidden>{t('cockpit.nothing')}</VisuallyHidden>
        </span>
      ) : null}
    </span>
  )
}

function Amount({ of, onShow }: { of: KindCount; onShow: (title: string) => void }) {
  const texts = useKindTexts()
  // A long word breaks rather than leave its number alone on a line
  const words = `${of.count}\u00a0${texts.counted(of.kind, of.count)}`
  return (
    <button type="button" className={styles.amount} aria-haspopup="dialog" onClick={() => onShow(words)}>
      <Check aria-hidden="true" />
      <Words>{words}</Words>
    </button>
  )
}

/** Whatever has more letters is wider than a column. */
const MOST_LETTERS = 20
/** Before a consonant that begins a syllable; browsers know the syllables of a language only if they have fetched them. */
const syllables = /(?<=\p{L}{4})(?=(?:sch|(?<!c)h|[bdfgjklmnpqrstvwxz])[aeiouyäöü]\p{L}{2})/giu

/** Each of them in one piece as long as its column is wide enough. */
function Words({ children }: { children: string }) {
  return children.split(' ').map((word, n) => (
    <Fragment key={n}>
      {n > 0 ? ' ' : null}
      <span className={styles.word}>
        {word.length > MOST_LETTERS ? word.replace(syllables, '\u00ad') : word}
      </span>
    </Fragment>
  ))
}

function NextMeeting({ standing: { nextMeeting } }: { standing: CockpitGroup }) {
  const { t, i18n } = useTranslation()
  if (!nextMeeting) return <span className={styles.quiet}>{t('cockpit.noMeeting')}</span>
  const { place, startsAt, title } = nextMeeting
  const where = place.type === 'online' ? t('cockpit.online') : place.where
  return (
    <span className={styles.cell}>
      <span>{dayAndTime(startsAt, i18n.language)}</span>
      <span className={styles.quiet}>{[where, title].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

function Needs({ seen: { group, standing }, onShow }: Omit<CellProps, 'cell'>) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const named = ({ kind, count }: KindCount) => texts.counted(kind, count)
  const needs = [
    ...standing.evidence.unproven.map((of) => ({
      of,
      words: t('cockpit.unproven', { count: of.count, kind: named(of) }),
    })),
    ...standing.unreleased.map((of) => ({
      of,
      words: t('cockpit.unreleased', { count: of.count, kind: named(of) }),
    })),
  ]
  if (needs.length === 0) return <span className={styles.quiet}>{t('cockpit.noNeeds')}</span>
  return (
    <span className={styles.cell}>
      {needs.map(({ of, words }) => (
        <button
          key={words}
          type="button"
          className={classes(styles.amount, styles.needed)}
          aria-haspopup="dialog"
          onClick={() => onShow({ group, title: words, of })}
        >
          <Words>{words}</Words>
        </button>
      ))}
    </span>
  )
}
