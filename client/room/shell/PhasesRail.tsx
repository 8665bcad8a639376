import { useState } from 'react'
import { Lock, MapPin, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { isPageLocked, type PageLocks } from '#shared/facilitation/page-locks/locked.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'
import { useIsSilent } from '#client/facilitation/silent/silent-round.ts'
import { MethodsButton } from '../methods/MethodsButton.tsx'
import { PhasesButton } from '../phases/PhasesButton.tsx'
import { PagesButton } from '../pages/PagesButton.tsx'
import styles from './PhasesRail.module.css'
import { useFacilitation, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { useNarrowWindow, useTightWindow } from '#client/room-context/use-phone.ts'

/** The six phases with their pages. Going to a page here is for oneself; nobody else moves. */
export function PhasesRail() {
  const { t } = useTranslation()
  const [wide, setWide] = useRailWidth()
  const pages = usePages()
  const rest = pages.filter(({ phase }) => phase === null)
  const config = useClientConfig()
  return (
    <nav
      data-region="pages"
      className={classes(styles.rail, !wide && styles.narrow)}
      aria-label={t('room.phases.label')}
    >
      <div className={styles.head}>
        <MethodsButton iconOnly={!wide} />
        <PhasesButton />
        <IconButton
          label={wide ? t('room.phases.collapse') : t('room.phases.expand')}
          icon={wide ? <PanelLeftClose aria-hidden="true" /> : <PanelLeftOpen aria-hidden="true" />}
          aria-expanded={wide}
          onClick={() => setWide(!wide)}
        />
      </div>
      <ol className={styles.phases}>
        {phases.map((phase, n) => (
          <PhaseEntry
            key={phase}
            phase={phase}
            number={n + 1}
            wide={wide}
            pages={pages.filter((page) => page.phase === phase)}
          />
        ))}
        {rest.length > 0 && wide ? (
          <li>
            <p className={styles.phase}>{t('room.phases.none')}</p>
            <PageList pages={rest} />
          </li>
        ) : null}
      </ol>
      {wide ? <PagesButton /> : null}
      {wide ? <PublicTexts links={config.data?.publicTexts} className={styles.publicTexts} /> : null}
    </nav>
  )
}

/**
 * Whether the pages' names are shown. Where a window, or what stands beside the board, leaves no room for them the rail is
 * folded until somebody unfolds it there; with more room it is as they left it.
 */
function useRailWidth(): [wide: boolean, setWide: (wide: boolean) => void] {
  const panel = useView((view) => view.panel !== null)
  const desk = useIsSilent(useView(({ pageId }) => pageId))
  const narrow = useNarrowWindow()
  const tight = useTightWindow() && (panel || desk)
  const [folded, setFolded] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  const cramped = narrow || tight
  const [before, setBefore] = useState(cramped)
  if (before !== cramped) {
    setBefore(cramped)
    setUnfolded(false)
  }
  return cramped ? [unfolded, setUnfolded] : [!folded, (wide) => setFolded(!wide)]
}

interface PhaseEntryProps {
  phase: Phase
  number: number
  wide: boolean
  pages: readonly RoomPage[]
}

function PhaseEntry({ phase, number, wide, pages }: PhaseEntryProps) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const now = useFacilitation(({ state }) => state?.place.phase === phase)
  const inFront = useView(({ pageId }) => pages.some(({ id }) => id === pageId))
  const name = t(`workshop.phaseShort.${phase}`)
  const first = pages[0]
  if (!wide) {
    return (
      <li>
        <button
          type="button"
          className={classes(styles.step, inFront && styles.inFront)}
          title={name}
          aria-label={now ? `${number} ${name}, ${t('room.phases.current')}` : `${number} ${name}`}
          aria-current={inFront ? 'page' : undefined}
          disabled={!first}
          onClick={() => first && browseTo(view, first.id)}
        >
          {number}
          {now ? <MapPin className={styles.pin} aria-hidden="true" /> : null}
        </button>
      </li>
    )
  }
  return (
    <li>
      <p className={classes(styles.phase, now && styles.now)}>
        <span className={styles.number}>{number}</span> {name}
      </p>
      <PageList pages={pages} />
    </li>
  )
}

const none: PageLocks = []

function PageList({ pages }: { pages: readonly RoomPage[] }) {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const own = useView(({ pageId }) => pageId)
  const group = useFacilitation(({ state }) => state?.place.pageId)
  const locks = useFacilitation(({ state }) => state?.pageLocks)
  return (
    <ul className={styles.pages}>
      {pages.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className={classes(styles.page, id === own && styles.inFront)}
            aria-current={id === own ? 'page' : undefined}
            onClick={() => browseTo(view, id)}
          >
            <span lang={workshop.language}>{name}</span>
            {isPageLocked(locks ?? none, id) ? (
              <span className={styles.here} title={t('room.phases.locked')}>
                <Lock aria-hidden="true" />
                <VisuallyHidden>{t('room.phases.locked')}</VisuallyHidden>
              </span>
            ) : null}
            {id === group ? (
              <span className={styles.here} title={t('room.phases.current')}>
                <MapPin aria-hidden="true" />
                <VisuallyHidden>{t('room.phases.current')}</VisuallyHidden>
              </span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  )
}
