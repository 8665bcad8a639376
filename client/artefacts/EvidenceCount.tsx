import { CircleHelp, MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '#shared/evidence/evidence.ts'
import { evidenceRole, type ArtefactKind } from '#shared/kinds/index.ts'
import { AgainstMark } from './EvidenceMark.tsx'
import styles from './EvidenceSection.module.css'

/** "3 Belege aus 2 Interviews", or "unbelegt"; then what speaks against it. Interviews need no evidence: there it begins. */
export function EvidenceCount({ kind, evidence }: { kind: ArtefactKind; evidence: Evidence }) {
  const text = useEvidenceText(kind, evidence)
  const Icon = piecesOf(evidence) > 0 || evidenceRole(kind) === 'is' ? MessageSquareQuote : CircleHelp
  return (
    <>
      {text ? (
        <span className={styles.count}>
          <Icon aria-hidden="true" />
          {text}
        </span>
      ) : null}
      <AgainstMark count={evidence.contradictions.length} />
    </>
  )
}

const piecesOf = ({ pieces, atHome }: Evidence) => pieces.length + (atHome?.pieces ?? 0)

function useEvidenceText(kind: ArtefactKind, evidence: Evidence): string | null {
  const { t } = useTranslation()
  const role = evidenceRole(kind)
  if (role === 'source') return null
  const interviews = evidence.interviews.length + (evidence.atHome?.interviews ?? 0)
  const fromInterviews = t('artefacts.evidence.interviews', { count: interviews })
  if (role === 'is') return interviews > 0 ? fromInterviews : null
  const pieces = piecesOf(evidence)
  if (pieces === 0) return role === 'needed' ? t('artefacts.evidence.none') : null
  const count = t('artefacts.evidence.pieces', { count: pieces })
  return interviews > 0 ? t('artefacts.evidence.count', { pieces: count, interviews: fromInterviews }) : count
}
