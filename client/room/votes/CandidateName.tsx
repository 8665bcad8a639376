import { useTranslation } from 'react-i18next'
import { useArtefact } from '#client/artefacts/use-artefact.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import styles from './votes.module.css'

const MOST_CHARS = 120

/** What a candidate is called now; a card that is gone says so. */
export function useCandidateName(id: string): string {
  const { session } = useRoom()
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = useArtefact(session, id)
  return artefact ? shortName(texts.nameOf(artefact), MOST_CHARS) : t('votes.paper.gone')
}

export function CandidateNames({ ids }: { ids: readonly string[] }) {
  return (
    <ul className={styles.names}>
      {ids.map((id) => (
        <Named key={id} id={id} />
      ))}
    </ul>
  )
}

function Named({ id }: { id: string }) {
  const { session } = useRoom()
  const artefact = useArtefact(session, id)
  return (
    <li>
      {artefact ? <KindIcon kind={artefact.kind} /> : null}
      <span lang={session.language}>{useCandidateName(id)}</span>
    </li>
  )
}
