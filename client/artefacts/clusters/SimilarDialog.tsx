import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { evidenceRole, traitsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { tellWithUndo } from '../undo-offer.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { named } from '#client/ui/named.ts'
import { placementOf } from '../card-actions.ts'
import styles from '../trail/trail.module.css'
import { useMayWrite } from '../use-artefact.ts'
import { clusterCards, mergeCards } from './cluster-actions.ts'
import { similarCards } from './similar-cards.ts'

interface SimilarDialogProps {
  session: RoomSession
  artefact: Artefact
  onClose: () => void
  onOpenArtefact: (artefactId: string) => void
}

/** Cards written much like this one, to be laid together or, where they say the same, to be made one. */
export function SimilarDialog({ session, artefact, onClose, onOpenArtefact }: SimilarDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const [found] = useState(() => similarCards(session, artefact))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const cluster = () => {
    const shapes = [artefact.id, ...chosen].flatMap((id) => placementOf(session.roots, id) ?? [])
    const made = clusterCards(session, shapes)
    onClose()
    if (!made) return
    tellWithUndo(session, t('artefacts.clusters.made', { count: shapes.length }), t('common.undo'))
    onOpenArtefact(made.artefactId)
  }
  const merge = () => {
    mergeCards(session, artefact.id, [...chosen])
    onClose()
    tellWithUndo(session, t('artefacts.clusters.merged', { count: chosen.size }), t('common.undo'))
  }
  // Two people who say the same are two voices.
  const isMergeable =
    evidenceRole(artefact.kind) !== 'is' &&
    !traitsOf(artefact.kind).holds &&
    [...chosen].every((id) => session.artefacts.get(id)?.kind === artefact.kind)
  return (
    <Dialog
      title={t('artefacts.clusters.similarTo', {
        card: named(shortName(texts.nameOf(artefact), 60), session.language),
      })}
      open
      onClose={onClose}
      actions={
        mayWrite && found.length > 0 ? (
          <>
            <Button
              aria-disabled={chosen.size === 0 || !isMergeable}
              onClick={chosen.size > 0 && isMergeable ? merge : undefined}
            >
              {t('artefacts.clusters.merge')}
            </Button>
            <Button
              variant="primary"
              aria-disabled={chosen.size === 0}
              onClick={chosen.size > 0 ? cluster : undefined}
            >
              {t('artefacts.clusters.together')}
            </Button>
          </>
        ) : undefined
      }
    >
      <p className={styles.quiet}>
        {found.length > 0 ? t('artefacts.clusters.byLetters') : t('artefacts.clusters.none')}
      </p>
      <ul className={styles.choices} aria-label={t('artefacts.clusters.similar')}>
        {found.map((other) => (
          <li key={other.id}>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={chosen.has(other.id)}
                disabled={!mayWrite}
                onChange={() => toggle(other.id)}
              />
              <KindIcon kind={other.kind} />
              <span className={styles.text}>
                <span className={styles.quiet}>{texts.label(other.kind)}</span>
                <span lang={session.language}>{shortName(texts.nameOf(other), 160)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
