import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBlank } from '#shared/document/artefacts.ts'
import { awaiting, gaps, type Gap } from '#shared/evidence/coverage.ts'
import { useCoverage, useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import { ProposalsDialog } from '#client/artefacts/clusters/ProposalsDialog.tsx'
import { SimilarDialog } from '#client/artefacts/clusters/SimilarDialog.tsx'
import { repeatedCards } from '#client/artefacts/clusters/similar-cards.ts'
import { useArtefact, useMayWrite } from '#client/artefacts/use-artefact.ts'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { useGoToCard } from '../search/use-go-to.ts'
import styles from './CoveragePanel.module.css'

/** Where the Warum-Spur of this group breaks off, each gap with the way to its card. */
export function CoveragePanel() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const coverage = useCoverage(session)
  const graph = useEvidenceGraph(session)
  // A card that nobody has written anything on claims nothing yet.
  const isWritten = (id: string) => {
    const artefact = session.artefacts.get(id)
    return artefact !== null && !isBlank(artefact)
  }
  const open = gaps
    .map((gap) => ({ gap, ids: coverage[gap].filter(isWritten) }))
    .filter(({ ids }) => ids.length > 0)
  return (
    <div className={styles.panel}>
      <p role="status">
        {open.length > 0
          ? t('room.coverage.intro')
          : t(awaiting(graph).some(isWritten) ? 'room.coverage.none' : 'room.coverage.nothingYet')}
      </p>
      {open.map(({ gap, ids }) => (
        <GapSection key={gap} {...{ gap, ids }} />
      ))}
      <Repetitions />
      <Proposals />
    </div>
  )
}

const SHOWN = 8

function GapSection({ gap, ids }: { gap: Gap; ids: readonly string[] }) {
  const { t } = useTranslation()
  const titleId = useId()
  const [whole, setWhole] = useState(false)
  const shown = whole ? ids : ids.slice(0, SHOWN)
  return (
    <section aria-labelledby={titleId} className={styles.gap}>
      <h3 id={titleId} className={styles.title}>
        {t(`room.coverage.gaps.${gap}`)} <span className={styles.count}>{ids.length}</span>
      </h3>
      <p className={styles.quiet}>{t(`room.coverage.hints.${gap}`)}</p>
      <ul className={styles.cards}>
        {shown.map((id) => (
          <GapEntry key={id} artefactId={id} />
        ))}
      </ul>
      {shown.length < ids.length ? (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {t('room.coverage.showAll', { count: ids.length })}
        </Button>
      ) : null}
    </section>
  )
}

function GapEntry({ artefactId }: { artefactId: string }) {
  const { session } = useRoom()
  const texts = useKindTexts()
  const goTo = useGoToCard()
  const artefact = useArtefact(session, artefactId)
  if (!artefact) return null
  return (
    <li>
      <button type="button" className={styles.card} onClick={() => goTo(artefactId)}>
        <KindIcon kind={artefact.kind} />
        <span className={styles.text}>
          <span className={styles.quiet}>{texts.label(artefact.kind)}</span>
          <span lang={session.language}>{shortName(texts.nameOf(artefact), 120)}</span>
        </span>
      </button>
    </li>
  )
}

/** Cards that say the same in other letters, with the way to make one of them. */
function Repetitions() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const texts = useKindTexts()
  const titleId = useId()
  const goTo = useGoToCard()
  const [showing, setShowing] = useState<string | null>(null)
  useCoverage(session)
  const pairs = repeatedCards(session)
  const artefact = showing === null ? null : session.artefacts.get(showing)
  if (pairs.length === 0 && !artefact) return null
  return (
    <section aria-labelledby={titleId} className={styles.gap}>
      <h3 id={titleId} className={styles.title}>
        {t('room.coverage.repeated')} <span className={styles.count}>{pairs.length}</span>
      </h3>
      <p className={styles.quiet}>{t('room.coverage.repeatedHint')}</p>
      <ul className={styles.cards}>
        {pairs.map(([one, other]) => (
          <li key={`${one.id} ${other.id}`}>
            <button type="button" className={styles.card} onClick={() => setShowing(one.id)}>
              <KindIcon kind={one.kind} />
              <span className={styles.text} lang={session.language}>
                <span>{shortName(texts.nameOf(one), 100)}</span>
                <span>{shortName(texts.nameOf(other), 100)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {artefact ? (
        <SimilarDialog
          {...{ session, artefact }}
          onClose={() => setShowing(null)}
          onOpenArtefact={(id) => goTo(id)}
        />
      ) : null}
    </section>
  )
}

/** What belongs together by meaning, where the operator has a service for that; nothing where there is none. */
function Proposals() {
  const { t } = useTranslation()
  const { session } = useRoom()
  const titleId = useId()
  const service = useClientConfig().data?.meaning
  const page = useOwnPage()
  const mayWrite = useMayWrite(session)
  const [isOpen, setOpen] = useState(false)
  if (!service || !page || !mayWrite) return null
  return (
    <section aria-labelledby={titleId} className={styles.gap}>
      <h3 id={titleId} className={styles.title}>
        {t('artefacts.proposals.title')}
      </h3>
      <p className={styles.quiet}>{t('artefacts.proposals.hint', { page: page.name })}</p>
      <Button onClick={() => setOpen(true)}>{t('artefacts.proposals.open')}</Button>
      {isOpen ? (
        <ProposalsDialog {...{ session, service }} pageId={page.id} onClose={() => setOpen(false)} />
      ) : null}
    </section>
  )
}
