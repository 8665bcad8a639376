import { useId, useState } from 'react'
import { Link2, Route, Unlink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { evidenceOf, leadsBack, leadsOn, type Relation } from '#shared/evidence/evidence.ts'
import { supersededBy } from '#shared/evidence/trail.ts'
import { sourceOf } from '#shared/kinds/source.ts'
import { evidenceRole, traitsOf } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { unlinkCards } from './card-actions.ts'
import styles from './EvidenceSection.module.css'
import { useEvidenceGraph } from './evidence-trail.ts'
import { EvidenceCount } from './EvidenceCount.tsx'
import { KindIcon } from '../kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '../kinds/kind-texts.ts'
import { LinkDialog } from './trail/LinkDialog.tsx'
import { TrailDialog } from './trail/TrailDialog.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useArtefact, useMayWrite } from './use-artefact.ts'

interface EvidenceSectionProps {
  session: RoomSession
  artefact: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** The Warum-Spur around one card: what it rests on, what contradicts it, what became of it. */
export function EvidenceSection({ session, artefact, onOpenArtefact }: EvidenceSectionProps) {
  const { t } = useTranslation()
  const graph = useEvidenceGraph(session)
  const mayWrite = useMayWrite(session)
  const [linking, setLinking] = useState(false)
  const [walking, setWalking] = useState(false)
  const titleId = useId()
  const relations = graph.relations(artefact.id)
  const replacers = supersededBy(graph, artefact.id)
  const against = relations.filter(({ type }) => type === 'contradicts')
  const back = relations.filter((relation) => leadsBack(relation) && !isListedInside(artefact, relation))
  const restsOnNothing = evidenceRole(artefact.kind) !== 'source' && !relations.some(leadsBack)
  const shared = { session, artefact, onOpenArtefact }

  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h3 className={styles.title} id={titleId}>
          {t('artefacts.evidence.title')}
        </h3>
        <EvidenceCount kind={artefact.kind} evidence={evidenceOf(graph, artefact.id)} />
      </div>
      <Relations
        {...shared}
        title={t('artefacts.evidence.back')}
        empty={restsOnNothing ? t('artefacts.evidence.emptyBack') : null}
        relations={back}
      />
      <Relations
        {...shared}
        title={t('artefacts.evidence.on')}
        empty={t('artefacts.evidence.emptyOn')}
        relations={relations.filter(leadsOn)}
      />
      <Relations {...shared} title={t('artefacts.evidence.against')} empty={null} relations={against} />
      {replacers.length > 0 ? (
        <p className={styles.superseded}>{t('artefacts.trail.supersededHint')}</p>
      ) : null}
      <div className={styles.buttons}>
        {mayWrite ? (
          <Button icon={<Link2 aria-hidden="true" />} onClick={() => setLinking(true)}>
            {t(
              evidenceRole(artefact.kind) === 'needed'
                ? 'artefacts.evidence.addProof'
                : 'artefacts.evidence.add',
            )}
          </Button>
        ) : null}
        {relations.length > 0 ? (
          <Button icon={<Route aria-hidden="true" />} onClick={() => setWalking(true)}>
            {t('artefacts.trail.open')}
          </Button>
        ) : null}
      </div>
      <LinkDialog session={session} here={[artefact]} open={linking} onClose={() => setLinking(false)} />
      {walking ? <TrailDialog {...shared} onClose={() => setWalking(false)} /> : null}
    </section>
  )
}

interface RelationsProps extends EvidenceSectionProps {
  title: string
  /** What to say where there are none; null hides the part. */
  empty: string | null
  relations: readonly Relation[]
}

function Relations({ title, empty, relations, ...shared }: RelationsProps) {
  const titleId = useId()
  if (relations.length === 0 && empty === null) return null
  return (
    <div>
      <h4 className={styles.subtitle} id={titleId}>
        {title}
      </h4>
      {relations.length === 0 ? <p className={styles.quiet}>{empty}</p> : null}
      <ul className={styles.list} aria-labelledby={titleId}>
        {relations.map((relation) => (
          <RelationRow
            key={`${relation.type}${relation.outgoing}${relation.id}`}
            relation={relation}
            {...shared}
          />
        ))}
      </ul>
    </div>
  )
}

function RelationRow(props: EvidenceSectionProps & { relation: Relation }) {
  const { session, artefact, onOpenArtefact, relation } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const other = useArtefact(session, relation.id)
  if (!other) return null
  const name = shortName(texts.nameOf(other))
  const remove = () => {
    const [from, to] = relation.outgoing ? [artefact, other] : [other, artefact]
    unlinkCards(session, from.id, { type: relation.type, to: to.id })
  }
  const words = relation.outgoing ? 'artefacts.link.outgoing' : 'artefacts.link.incoming'
  return (
    <li className={styles.row}>
      <button type="button" className={styles.card} onClick={() => onOpenArtefact(other.id)}>
        <KindIcon kind={other.kind} />
        <span className={styles.text}>
          <span className={styles.quiet}>
            {t(`${words}.${relation.type}`)} · {texts.label(other.kind)}
          </span>
          <span lang={session.language}>{name}</span>
        </span>
      </button>
      {mayWrite && isStored(relation, artefact, other) ? (
        <IconButton
          label={t('artefacts.evidence.remove', { card: name })}
          icon={<Unlink aria-hidden="true" />}
          onClick={remove}
        />
      ) : null}
    </li>
  )
}

/** What lies on a card is in its list of what lies there (`HeldSection`). */
function isListedInside({ kind }: Artefact, { type, outgoing }: Relation): boolean {
  return traitsOf(kind).holds !== undefined && type === 'contains' && outgoing
}

/** A relation that only follows from a quote's source cannot be taken away by itself. */
function isStored(relation: Relation, artefact: Artefact, other: Artefact): boolean {
  const [from, to] = relation.outgoing ? [artefact, other] : [other, artefact]
  const bySource = sourceOf(from)?.interviewId === to.id
  return !bySource && from.links.some((link) => link.type === relation.type && link.to === to.id)
}
