import { useTranslation } from 'react-i18next'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { evidenceRole, kindNames, type ArtefactKind } from '#shared/kinds/index.ts'
import { wantedResults } from '#shared/methods/phase-needs.ts'
import styles from './cockpit.module.css'
import type { SeenGroup } from './groups.ts'
import type { ThingsBehind } from './ThingsDialog.tsx'

interface EvidenceCoverageProps {
  /** Of the groups' names. */
  lang: string
  groups: readonly SeenGroup[]
  onShow: (behind: ThingsBehind) => void
}

/** How much of what each group claims rests on what somebody said, and where else the trail of the workshop breaks off. */
export function EvidenceCoverage({ lang, groups, onShow }: EvidenceCoverageProps) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const counted = kindNames.filter((kind) => evidenceRole(kind) === 'needed' && wantedResults.has(kind))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return (
    <section aria-labelledby="cockpit-evidence" className={styles.section}>
      <h2 id="cockpit-evidence">
        {t('cockpit.evidence.title')} <small>{useEvidenceThereIs(groups)}</small>
      </h2>
      <ul className={styles.coverage}>
        {groups
          .filter(
            ({ group, standing: { evidence } }) =>
              group.kind === 'project' || evidence.claims + evidence.open.length > 0,
          )
          .map((seen) => (
            <li key={seen.group.id}>
              <Coverage {...seen} lang={lang} />
              <OpenEnds seen={seen} onShow={onShow} />
            </li>
          ))}
      </ul>
      <p className={styles.quiet}>
        {t('cockpit.evidence.foot', { kinds: list.format(counted.map((kind) => texts.plural(kind))) })}
      </p>
    </section>
  )
}

/** "65 O-Töne · 17 Interviews" */
function useEvidenceThereIs(groups: readonly SeenGroup[]): string {
  const texts = useKindTexts()
  const sums = new Map<ArtefactKind, number>()
  for (const { standing } of groups)
    for (const { kind, count } of standing.results) {
      const role = evidenceRole(kind)
      if (role === 'is' || role === 'source') sums.set(kind, (sums.get(kind) ?? 0) + count)
    }
  return [...sums].map(([kind, count]) => `${count} ${texts.counted(kind, count)}`).join(' · ')
}

function Coverage({ group, standing: { evidence }, lang }: SeenGroup & { lang: string }) {
  const { t } = useTranslation()
  const { claims, unproven } = evidence
  const open = unproven.reduce((sum, { count }) => sum + count, 0)
  const percent = claims === 0 ? null : Math.round(((claims - open) / claims) * 100)
  return (
    <>
      <span lang={lang}>{group.name}</span>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ inlineSize: `${percent ?? 0}%` }} />
      </span>
      <strong>{percent === null ? '–' : t('cockpit.evidence.percent', { percent })}</strong>
      <span className={styles.quiet}>
        {percent === null
          ? t('cockpit.evidence.none')
          : open === 0
            ? t('cockpit.evidence.whole', { count: claims })
            : t('cockpit.evidence.unproven', { count: claims, open })}
      </span>
    </>
  )
}

/** What waits for something to come of it, each number with the way to its cards. */
function OpenEnds({
  seen: { group, standing },
  onShow,
}: { seen: SeenGroup } & Pick<EvidenceCoverageProps, 'onShow'>) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { open } = standing.evidence
  if (open.length === 0) return null
  return (
    <span className={styles.openEnds}>
      {open.map(({ gap, of }) => {
        const words = t(`cockpit.evidence.open.${gap}`, {
          count: of.count,
          kind: texts.counted(of.kind, of.count),
        })
        return (
          <button
            key={words}
            type="button"
            className={styles.amount}
            aria-haspopup="dialog"
            onClick={() => onShow({ group, title: words, of })}
          >
            {words}
          </button>
        )
      })}
    </span>
  )
}
