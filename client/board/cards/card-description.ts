import type { Artefact } from '#shared/document/artefacts.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import { evidenceRole, type ArtefactKind } from '#shared/kinds/index.ts'
import type { TFunction } from 'i18next'
import type { CardSource } from './card-room.ts'

/** "3 O-Töne", "unbelegt", or nothing where the question makes no sense or nobody has counted yet. */
function evidenceText(t: TFunction, kind: ArtefactKind, count: number | null): string | null {
  const role = evidenceRole(kind)
  if (count === null || role === 'is' || role === 'source') return null
  if (count > 0) return t('artefacts.evidence.quotes', { count })
  return role === 'needed' ? t('artefacts.evidence.none') : null
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
  const evidence = evidenceText(t, artefact.kind, room.evidence.count(artefactId))
  const { open, unread } = room.comments.markOf(artefactId)
  const comments = open > 0 && t('artefacts.comments.count', { count: open })
  const fresh = unread > 0 && t('artefacts.comments.freshCount', { count: unread })
  return [`${kind}: ${headlineOr(t, artefact)}`, evidence, comments, fresh].filter(Boolean).join(', ')
}
