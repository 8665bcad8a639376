import { Suspense, useEffect, useRef, type RefObject } from 'react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { kinds } from '#shared/kinds/index.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { useFocusGivenBack } from '#client/ui/use-focus-given-back.ts'
import type { RoomPanel } from '#client/ui-state/room-view.ts'
import {
  AgendaPanel,
  CardPanel,
  CommentsPanel,
  CoveragePanel,
  HandsPanel,
  MinutesPanel,
  PeoplePanel,
  PhasePanel,
  VersionsPanel,
  VotesPanel,
} from '../shell/room-parts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import styles from './SidePanel.module.css'

/** What belongs to the content and is looked at beside it: a card, people, votes, versions. */
export function SidePanel({ panel }: { panel: RoomPanel }) {
  const { t } = useTranslation()
  const { session, view, list } = useRoom()
  const aside = useRef<HTMLElement>(null)
  useHeadlineOf(aside, panel)
  const close = () => view.setState({ panel: null })
  const openMade = (artefactId: string) => {
    view.setState({ panel: { type: 'card', artefactId, isJustMade: true } })
    const shapeId = placementOf(session.roots, artefactId)
    if (shapeId) list.current?.reveal(shapeId)
  }
  return (
    <aside
      ref={aside}
      className={styles.panel}
      aria-label={t('room.panel.label')}
      onKeyDown={(event) => {
        // A dialog opened from here hears Escape first and alone, though it is not inside the panel to the eye.
        const inDialog = event.target instanceof Element && event.target.closest('dialog')
        if (event.key === 'Escape' && !event.defaultPrevented && !inDialog) close()
      }}
    >
      <Suspense fallback={<Spinner label={t('common.loading')} />}>
        {panel.type === 'card' ? (
          <CardPanel
            key={panel.artefactId}
            session={session}
            artefactId={panel.artefactId}
            onClose={close}
            isJustMade={panel.isJustMade === true}
            at={panel.at}
            onOpenArtefact={(artefactId) => view.setState({ panel: { type: 'card', artefactId } })}
            onOpenMade={openMade}
          />
        ) : panel.type === 'votes' ? (
          <VotesPanel panel={panel} onClose={close} />
        ) : (
          <TitledPanel key={panel.type} type={panel.type} onClose={close} />
        )}
      </Suspense>
    </aside>
  )
}

/** Who goes on writing in a card whose panel is open already finds the cursor in it, as they do where it opens anew. */
function useHeadlineOf(aside: RefObject<HTMLElement | null>, panel: RoomPanel): void {
  const { session } = useRoom()
  useEffect(() => {
    if (panel.type !== 'card' || !panel.isJustMade) return
    const kind = session.artefacts.get(panel.artefactId)?.kind
    if (kind) aside.current?.querySelector<HTMLElement>(`[data-field="${kinds[kind].headline}"]`)?.focus()
  }, [aside, session, panel])
}

const parts = {
  people: { titleKey: 'room.people.title', Content: PeoplePanel },
  comments: { titleKey: 'room.comments.title', Content: CommentsPanel },
  coverage: { titleKey: 'room.coverage.title', Content: CoveragePanel },
  agenda: { titleKey: 'agenda.title', Content: AgendaPanel },
  minutes: { titleKey: 'agenda.record.list', Content: MinutesPanel },
  hands: { titleKey: 'facilitation.hands.title', Content: HandsPanel },
  phases: { titleKey: 'room.phaseView.title', Content: PhasePanel },
  versions: { titleKey: 'facilitation.versions.title', Content: VersionsPanel },
} as const

function TitledPanel({ type, onClose }: { type: keyof typeof parts; onClose: () => void }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const { titleKey, Content } = parts[type]
  useFocusGivenBack()
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t(titleKey)}
        </h2>
        <IconButton label={t('room.panel.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </div>
      <div className={styles.content}>
        <Content />
      </div>
    </>
  )
}
