import type { Artefact } from '#shared/document/artefacts.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import type { BehindCard } from '#shared/document/trail-graph.ts'
import { evidenceRole, type ArtefactKind } from '#shared/kinds/index.ts'
import type { TFunction } from 'i18next'
import type { CardSource } from './card-room.ts'

/** As the card's foot says it: "3 Belege, 1 dagegen", "unbelegt", "ersetzt"; nothing where nobody has counted yet. */
function evidenceTexts(t: TFunction, kind: ArtefactKind, behind: BehindCard | null): string[] {
  if (!behind) return []
  if (behind.superseded) return [t('artefacts.trail.superseded')]
  const { pieces, against } = behind
  const support =
    pieces > 0
      ? [t('artefacts.evidence.pieces', { count: pieces })]
      : evidenceRole(kind) === 'needed'
        ? [t('artefacts.evidence.none')]
        : []
  return against > 0 ? [...support, t('artefacts.trail.against', { count: against })] : support
}

/** What a card shows in the place of a headline that nobody has written yet. */
export function headlineOr(t: TFunction, artefact: Artefact): string {
  return headlineOf(artefact) || t(`kinds.${artefact.kind}.empty`)
}

/** One sentence for screen readers: kind, headline, evidence, comments. */
export function describeCard(room: CardSource, artefactId: string): string {
  const t = room.texts()
  const artefact = room.session.artefacts.get(artefactId)
  if (!artefact) return t('board.card.missing')
  const kind = t(`kinds.${artefact.kind}.label`)
  const evidence = evidenceTexts(t, artefact.kind, room.evidence.of(artefactId))
  const { open, unread } = room.comments.markOf(artefactId)
  const comments = open > 0 && t('artefacts.comments.count', { count: open })
  const fresh = unread > 0 && t('artefacts.comments.freshCount', { count: unread })
  return [`${kind}: ${headlineOr(t, artefact)}`, ...evidence, comments, fresh].filter(Boolean).join(', ')
}
