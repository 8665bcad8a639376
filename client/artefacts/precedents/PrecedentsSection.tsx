import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import styles from '../CardPanel.module.css'
import { KindIcon } from '../../kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '../../kinds/kind-texts.ts'
import type { Found } from './precedent-index.ts'
import own from './Precedents.module.css'
import { useMayWrite } from '../use-artefact.ts'
import { usePrecedents } from './use-precedents.ts'

interface PrecedentsSectionProps {
  session: RoomSession
  artefact: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** "Gibt es das schon?": solutions and ideas like the one that is being written, of this group and of the others. */
export function PrecedentsSection(props: PrecedentsSectionProps) {
  const mayWrite = useMayWrite(props.session)
  return mayWrite && traitsOf(props.artefact.kind).precedent === 'both' ? <Precedents {...props} /> : null
}

function Precedents({ session, artefact, onOpenArtefact }: PrecedentsSectionProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const { found, isComplete } = usePrecedents(session, artefact)
  return (
    <section className={styles.block} aria-labelledby={titleId}>
      <h3 className={styles.label} id={titleId}>
        {t('artefacts.precedents.title')}
      </h3>
      <p className={styles.quiet} role="status">
        {found.length === 0
          ? t('artefacts.precedents.none')
          : t('artefacts.precedents.some', { count: found.length })}
        {isComplete ? null : ` ${t('artefacts.precedents.ownOnly')}`}
      </p>
      {found.length > 0 ? (
        <ul className={own.list}>
          {found.map((one) => (
            <PrecedentLine key={one.id} found={one} onOpen={onOpenArtefact} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** One of the own group is opened; of another group what may be known of it is all there is. */
function PrecedentLine({ found, onOpen }: { found: Found; onOpen: (artefactId: string) => void }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { id, kind, title, words, group } = found
  return (
    <li className={own.line}>
      <span className={own.head}>
        <KindIcon kind={kind} />
        <span>
          {texts.label(kind)} · {group ?? t('artefacts.precedents.here')}
        </span>
      </span>
      {group === null ? (
        <Button variant="quiet" onClick={() => onOpen(id)}>
          {shortName(title, 120)}
        </Button>
      ) : (
        <details>
          <summary>{shortName(title, 120)}</summary>
          <p className={styles.quiet}>{words || t('artefacts.precedents.noMore')}</p>
        </details>
      )}
    </li>
  )
}
