import { useId, useState, type ReactNode } from 'react'
import { Check, Circle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { useFacilitation, useOwnPage, usePages, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { browseTo, togglePanel } from '#client/ui-state/room-view.ts'
import { textIn } from '#shared/document/board-record.ts'
import { madeOf, type Made } from '#shared/document/made.ts'
import { contentOfPage } from '#shared/document/pages.ts'
import { needsOf } from '#shared/methods/phase-needs.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'
import { KindCounts, madeIn } from './KindCounts.tsx'
import { OtherGroups } from './OtherGroups.tsx'
import styles from './PhasePanel.module.css'

/** How far a phase is: what is there, what the next one still needs, what the other groups have. */
export function PhasePanel() {
  const { t } = useTranslation()
  const own = useOwnPage()?.phase ?? null
  const group = useFacilitation(({ state }) => state?.place.phase ?? null)
  const [chosen, choose] = useState<Phase | null>(null)
  const phase = chosen ?? own ?? group ?? phases[0]
  const made = useMade()
  return (
    <div className={styles.panel}>
      <Select
        label={t('room.methods.phase')}
        value={phase}
        onChange={choose}
        options={phases.map((value, n) => ({
          value,
          label: `${n + 1} ${t(`workshop.phaseShort.${value}`)}${value === group ? ` · ${t('room.phaseView.groupIsHere')}` : ''}`,
        }))}
      />
      <Part title={t('room.phaseView.there')}>
        <KindCounts counts={madeIn(phase, made)} none={t('room.phaseView.nothing')} />
        <PagesOf phase={phase} />
      </Part>
      <Needs phase={phase} made={made} />
      <Part title={t('room.phaseView.others')}>
        <OtherGroups phase={phase} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={styles.part}>
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  )
}

/** What this group has made until now. */
function useMade(): Made {
  const { session } = useRoom()
  // Read anew whenever cards come, go or change their kind
  useEvidenceGraph(session)
  const { board, artefacts } = session.roots
  const placed = new Set<string>()
  board.forEach((record) => placed.add(textIn(record.get('p.artefactId'))))
  const cards = [...artefacts.keys()].flatMap((id) => session.artefacts.get(id) ?? [])
  return madeOf(cards, (id) => placed.has(id))
}

function PagesOf({ phase }: { phase: Phase }) {
  const { workshop, session, view } = useRoom()
  const { t } = useTranslation()
  const pages = usePages().filter((page) => page.phase === phase)
  const cardsOn = ({ id }: RoomPage) => contentOfPage(session.roots.board, id).cards.length
  return (
    <ul className={styles.list}>
      {pages.map((page) => (
        <li key={page.id}>
          <button type="button" className={styles.page} onClick={() => browseTo(view, page.id)}>
            <span lang={workshop.language}>{page.name}</span>{' '}
            <span className={styles.quiet}>{t('room.phaseView.cards', { count: cardsOn(page) })}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Advice, and nothing that holds anybody back. */
function Needs({ phase, made }: { phase: Phase; made: Made }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { view } = useRoom()
  const needs = needsOf(phase, made)
  const open = needs.filter(({ count, made: there }) => there < count)
  const met = needs.filter((need) => !open.includes(need))
  const next = phases[phases.indexOf(phase) + 1]
  const goesOn = next !== undefined && next !== 'accompanying'
  const title = goesOn
    ? t('room.phaseView.needs', { phase: t(`workshop.phaseShort.${next}`) })
    : t('room.phaseView.needsHere')
  return (
    <Part title={title}>
      <p className={styles.quiet}>
        {t(open.length > 0 ? 'room.phaseView.needsHint' : 'room.phaseView.allThere')}
      </p>
      <ul className={styles.list}>
        {[...open, ...met].map(({ kind, count, made: there }) => (
          <li key={kind} className={styles.need}>
            {there >= count ? (
              <Check className={styles.done} role="img" aria-label={t('room.phaseView.isThere')} />
            ) : (
              <Circle role="img" aria-label={t('room.phaseView.isMissing')} />
            )}
            <KindIcon kind={kind} />
            <span>
              {texts.counted(kind, count)}: {t('room.phaseView.of', { made: there, count })}
            </span>
          </li>
        ))}
      </ul>
      <Button variant="quiet" onClick={() => togglePanel(view, { type: 'coverage' })}>
        {t('room.coverage.open')}
      </Button>
    </Part>
  )
}
