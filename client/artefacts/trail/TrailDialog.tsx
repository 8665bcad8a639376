import { useState } from 'react'
import { BookOpen, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { leadsBack, type EvidenceGraph } from '#shared/evidence/evidence.ts'
import { standingOf } from '#shared/evidence/standing.ts'
import { supersededBy, trailOf, type Objection, type TrailStep } from '#shared/evidence/trail.ts'
import { isErased, originOf } from '#shared/evidence/transcripts.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { classes } from '#client/ui/classes.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { InterviewReader } from '#client/kinds/interview/InterviewReader.tsx'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { named } from '#client/ui/named.ts'
import { placeOfInterview, useEvidenceGraph } from '../evidence-trail.ts'
import { useArtefact } from '../use-artefact.ts'
import { PassageExcerpt } from './PassageExcerpt.tsx'
import styles from './trail.module.css'

interface TrailDialogProps {
  session: RoomSession
  artefact: Artefact
  onClose: () => void
  onOpenArtefact: (artefactId: string) => void
}

interface StepProps {
  session: RoomSession
  graph: EvidenceGraph
  onOpen: (artefactId: string) => void
  onRead: (quoteId: string, interviewId: string) => void
}

/** The whole Warum-Spur of a card: back to the passages it rests on, what speaks against it, on to what became of it. */
export function TrailDialog({ session, artefact, onClose, onOpenArtefact }: TrailDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const graph = useEvidenceGraph(session)
  const [reading, setReading] = useState<{ quoteId: string; interviewId: string } | null>(null)
  const { back, on, against } = trailOf(graph, artefact.id)
  const open = (artefactId: string) => {
    onClose()
    onOpenArtefact(artefactId)
  }
  const shared: StepProps = {
    session,
    graph,
    onOpen: open,
    onRead: (quoteId, interviewId) => setReading({ quoteId, interviewId }),
  }
  if (reading)
    return (
      <InterviewReader
        session={session}
        interviewId={reading.interviewId}
        focusQuoteId={reading.quoteId}
        onOpenArtefact={open}
        onClose={() => setReading(null)}
      />
    )
  return (
    <Dialog
      title={t('artefacts.trail.title', {
        card: named(shortName(texts.nameOf(artefact), 70), session.language),
      })}
      open
      size="large"
      onClose={onClose}
    >
      <Standing {...{ session, graph, artefact }} />
      <Steps
        {...shared}
        title={t('artefacts.evidence.back')}
        steps={back}
        empty={t('artefacts.trail.noBack')}
      />
      <Objections {...shared} against={against} />
      <Steps
        {...shared}
        title={t('artefacts.evidence.on')}
        steps={on}
        empty={t('artefacts.evidence.emptyOn')}
      />
    </Dialog>
  )
}

/** In figures: how many pieces of evidence, interviews and municipalities stand behind it, and how many speak against it. */
function Standing({
  session,
  graph,
  artefact,
}: Pick<StepProps, 'session' | 'graph'> & { artefact: Artefact }) {
  const { t } = useTranslation()
  const { atHome, ...here } = standingOf(graph, artefact.id, placeOfInterview(session))
  const pieces = here.pieces.length + (atHome?.pieces ?? 0)
  const against = here.contradictions.length + (graph.atHome(artefact.id)?.against ?? 0)
  const figures = [
    t('artefacts.evidence.pieces', { count: pieces }),
    t('artefacts.evidence.interviews', { count: here.interviews.length + (atHome?.interviews ?? 0) }),
    t('board.card.municipalities', {
      count: here.municipalities.length + (atHome?.municipalities ?? 0),
    }),
  ]
  const isUnproven = pieces === 0 && evidenceRole(artefact.kind) === 'needed'
  return (
    <p className={styles.figures}>
      {isUnproven ? <strong className={styles.unproven}>{t('artefacts.evidence.none')}</strong> : null}
      {figures.map((figure) => (
        <strong key={figure}>{figure}</strong>
      ))}
      {against > 0 ? (
        <strong className={styles.attention}>
          <TriangleAlert aria-hidden="true" />
          {t('artefacts.trail.against', { count: against })}
        </strong>
      ) : null}
    </p>
  )
}

function Steps(props: StepProps & { title: string; empty: string; steps: readonly TrailStep[] }) {
  const { title, empty, steps, ...shared } = props
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{title}</h3>
      {steps.length === 0 ? <p className={styles.quiet}>{empty}</p> : null}
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.id} {...shared} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, ...shared }: StepProps & { step: TrailStep }) {
  const { t } = useTranslation()
  const { session, graph } = shared
  const texts = useKindTexts()
  const artefact = useArtefact(session, step.id)
  const from = useArtefact(session, step.from)
  if (!artefact) return null
  const back = leadsBack(step.by)
  return (
    <li className={styles.step} data-distance={Math.min(step.distance, 5)}>
      <CardButton
        {...shared}
        artefact={artefact}
        above={t(`artefacts.trail.${step.by.outgoing ? 'incoming' : 'outgoing'}.${step.by.type}`, {
          card: from ? shortName(texts.nameOf(from), 60) : '',
        })}
        superseded={supersededBy(graph, step.id).length > 0}
      />
      {back ? <Passage {...shared} quote={artefact} /> : null}
    </li>
  )
}

function CardButton(props: StepProps & { artefact: Artefact; above: string; superseded: boolean }) {
  const { session, artefact, above, superseded, onOpen } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  return (
    <button
      type="button"
      className={classes(styles.card, superseded && styles.superseded)}
      onClick={() => onOpen(artefact.id)}
    >
      <KindIcon kind={artefact.kind} />
      <span className={styles.text}>
        <span className={styles.quiet}>
          <strong>{texts.label(artefact.kind)}</strong> · {above}
          {superseded ? <span className={styles.badge}>{t('artefacts.trail.superseded')}</span> : null}
        </span>
        <span className={styles.name} lang={session.language}>
          {shortName(texts.nameOf(artefact), 160)}
        </span>
      </span>
    </button>
  )
}

/** Where a quote stands in its interview: the passage between what was said around it. */
function Passage({ session, quote, onRead }: StepProps & { quote: Artefact }) {
  const { t } = useTranslation()
  const source = sourceOf(quote)
  const interview = useArtefact(session, source?.interviewId ?? '')
  if (!source || !interview) return null
  if (isErased(source)) return <p className={styles.quiet}>{t('artefacts.panel.transcriptErased')}</p>
  return (
    <div className={styles.passage}>
      <PassageExcerpt
        lang={session.language}
        transcript={originOf(source, interview.fields)}
        source={source}
      />
      <Button
        variant="quiet"
        icon={<BookOpen aria-hidden="true" />}
        onClick={() => onRead(quote.id, interview.id)}
      >
        {t('artefacts.panel.showPassage')}
      </Button>
    </div>
  )
}

/** Counter-evidence stands as large as what it speaks against. */
function Objections({ against, ...shared }: StepProps & { against: readonly Objection[] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{t('artefacts.evidence.against')}</h3>
      {against.length === 0 ? <p className={styles.quiet}>{t('artefacts.trail.noAgainst')}</p> : null}
      <ul className={styles.steps}>
        {against.map((objection) => (
          <ObjectionEntry key={`${objection.id} ${objection.against}`} {...shared} objection={objection} />
        ))}
      </ul>
    </section>
  )
}

function ObjectionEntry({ objection, ...shared }: StepProps & { objection: Objection }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = useArtefact(shared.session, objection.id)
  const against = useArtefact(shared.session, objection.against)
  if (!artefact || !against) return null
  const card = shortName(texts.nameOf(against), 60)
  return (
    <li className={classes(styles.step, styles.objection)}>
      <CardButton
        {...shared}
        artefact={artefact}
        above={t('artefacts.trail.outgoing.contradicts', { card })}
        superseded={supersededBy(shared.graph, artefact.id).length > 0}
      />
      <Passage {...shared} quote={artefact} />
    </li>
  )
}
