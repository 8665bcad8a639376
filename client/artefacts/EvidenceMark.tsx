import { useSyncExternalStore } from 'react'
import { ArrowRight, MessageSquareQuote, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isBlank, type Artefact } from '#shared/document/artefacts.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { classes } from '#client/ui/classes.ts'
import { evidenceIndexOf } from './evidence-index.ts'
import styles from './EvidenceSection.module.css'

/** In a row what the card's foot says on the board: evidence behind it or "unbelegt", what speaks against it, "ersetzt". */
export function EvidenceMark({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const behind = useFigures(session, artefact.id)
  if (!behind) return null
  const { pieces, against, superseded } = behind
  if (superseded)
    return (
      <span className={classes(styles.count, styles.attention)}>
        <ArrowRight aria-hidden="true" />
        {t('artefacts.trail.superseded')}
      </span>
    )
  const isUnproven = pieces === 0 && evidenceRole(artefact.kind) === 'needed' && !isBlank(artefact)
  return (
    <>
      {pieces > 0 ? (
        <span className={styles.count}>
          <MessageSquareQuote aria-hidden="true" />
          {t('artefacts.evidence.pieces', { count: pieces })}
        </span>
      ) : null}
      {isUnproven ? <span className={styles.count}>{t('artefacts.evidence.none')}</span> : null}
      <AgainstMark count={against} />
    </>
  )
}

/** "2 dagegen", as large as what stands behind it; nothing where nobody objects. */
export function AgainstMark({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span className={classes(styles.count, styles.attention)}>
      <TriangleAlert aria-hidden="true" />
      {t('artefacts.trail.against', { count })}
    </span>
  )
}

/** Rows wake when a figure of theirs changes, not whenever somebody counted; null before that. */
function useFigures(session: RoomSession, id: string) {
  const index = evidenceIndexOf(session)
  useSyncExternalStore(index.subscribe, () => {
    const behind = index.of(id)
    return behind && `${behind.pieces} ${behind.against} ${behind.superseded}`
  })
  return index.of(id)
}
