import { useId } from 'react'
import { LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { placementOf } from '../card-actions.ts'
import styles from '../EvidenceSection.module.css'
import { useArtefact, useMayWrite } from '../use-artefact.ts'
import { clusterAround, takeOutOfCluster } from './cluster-actions.ts'
import { StandingBehind } from './StandingBehind.tsx'
import { useHeld } from './use-clusters.ts'

interface HeldSectionProps {
  session: RoomSession
  /** A card of a kind that holds others. */
  artefact: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** What lies on a cluster or matrix, and how much stands behind it. Nothing for kinds on which nothing lies. */
export function HeldSection(props: HeldSectionProps) {
  return traitsOf(props.artefact.kind).holds ? <Held {...props} /> : null
}

function Held({ session, artefact, onOpenArtefact }: HeldSectionProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const held = useHeld(session, artefact.id)
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h3 className={styles.title} id={titleId}>
          {t('artefacts.clusters.inside')}
        </h3>
        {held.length > 0 ? (
          <StandingBehind
            {...{ session }}
            artefactId={artefact.id}
            cards={held.length}
            className={styles.count}
          />
        ) : null}
      </div>
      {held.length === 0 ? <p className={styles.quiet}>{t('artefacts.clusters.insideEmpty')}</p> : null}
      <ul className={styles.list} aria-labelledby={titleId}>
        {held.map((id) => (
          <HeldRow key={id} {...{ session, id, onOpenArtefact }} />
        ))}
      </ul>
    </section>
  )
}

interface HeldRowProps extends Pick<HeldSectionProps, 'session' | 'onOpenArtefact'> {
  id: string
}

function HeldRow({ session, id, onOpenArtefact }: HeldRowProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const artefact = useArtefact(session, id)
  if (!artefact) return null
  const name = shortName(texts.nameOf(artefact))
  const shapeId = placementOf(session.roots, id)
  return (
    <li className={styles.row}>
      <button type="button" className={styles.card} onClick={() => onOpenArtefact(id)}>
        <KindIcon kind={artefact.kind} />
        <span className={styles.text}>
          <span className={styles.quiet}>{texts.label(artefact.kind)}</span>
          <span lang={session.language}>{name}</span>
        </span>
      </button>
      {mayWrite && shapeId && clusterAround(session.roots, shapeId) ? (
        <IconButton
          label={t('artefacts.clusters.takeOutThis', { card: shortName(name, 40) })}
          icon={<LogOut aria-hidden="true" />}
          onClick={() => takeOutOfCluster(session, [shapeId])}
        />
      ) : null}
    </li>
  )
}
