import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { KindCount } from '#shared/consent/standing.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import styles from './cockpit.module.css'

/** What stands behind a number: cards of one kind in one group. */
export interface ThingsBehind {
  group: GroupView
  /** The number in words: "4 Erkenntnisse unbelegt". */
  title: string
  of: KindCount
}

interface ThingsDialogProps {
  workshop: WorkshopView
  behind: ThingsBehind
  onClose: () => void
}

/** The cards themselves, each with the way to it. */
export function ThingsDialog({ workshop, behind: { group, title, of }, onClose }: ThingsDialogProps) {
  const { t } = useTranslation()
  const { kind, count, things } = of
  const titleOf = useThingTitle()
  return (
    <Dialog open title={title} onClose={onClose}>
      <p className={styles.quiet} lang={workshop.language}>
        {group.name}
      </p>
      <ul className={styles.things}>
        {things.map((thing) => (
          <li key={thing.id}>
            <Link to={paths.inRoom(workshop.id, group.id, { card: thing.id })}>
              <KindIcon kind={kind} />
              <span lang={workshop.language}>{titleOf({ ...thing, kind })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {count > things.length ? (
        <p>
          <Link to={paths.room(workshop.id, group.id)}>
            {t('cockpit.more', { count: count - things.length })}
          </Link>
        </p>
      ) : null}
    </Dialog>
  )
}

/** What a card is called; words of ours where it has none or is withheld. */
export function useThingTitle() {
  const { t } = useTranslation()
  const texts = useKindTexts()
  return ({
    kind,
    title,
    withheld,
  }: {
    kind: KindCount['kind']
    title: string
    withheld: boolean
  }): string => {
    if (withheld) return t('cockpit.withheld', { kind: texts.label(kind) })
    return title || t('cockpit.unnamed', { kind: texts.label(kind) })
  }
}
