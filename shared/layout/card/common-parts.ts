import type { FaceContext, ShownArtefact } from './face.ts'
import type { Foot, FootItem, KindLine, KindLineRight, Maturity, Paragraph, Title } from './parts.ts'

/** What most faces have in common, worded once. */

/** Icon and word of the kind. @param word where the label leaves no room for what stands at the right */
export function kindLine(
  { kind, say }: FaceContext,
  right?: KindLineRight,
  word: string = say('label'),
): KindLine {
  return { type: 'kindLine', icon: kind.icon, word, right }
}

/** Entwurf, abgestimmt, Endfassung: for the right end of a kind line. */
export function maturity({ status }: ShownArtefact, { common }: FaceContext): KindLineRight {
  const words: Record<Maturity, string> = {
    draft: common('maturity.draft'),
    agreed: common('maturity.agreed'),
    final: common('maturity.final'),
  }
  return { type: 'maturity', status, word: words[status] }
}

/** The text that stands for the card, written in place; says what is missing where there is none. */
export function headline(text: string, { say }: FaceContext, size?: Title['size']): Title {
  const empty = text.trim() === ''
  return {
    type: 'title',
    text: empty ? say('empty') : text,
    headline: true,
    ...(size ? { size } : {}),
    empty,
  }
}

/** Like `headline`, as running text instead of a title. */
export function headlineText(text: string, { say }: FaceContext, size?: Paragraph['size']): Paragraph {
  const empty = text.trim() === ''
  return { type: 'text', text: empty ? say('empty') : text, headline: true, ...(size ? { size } : {}), empty }
}

/**
 * Quotes behind the card, "unbelegt" where a claim has none, and what speaks against it just as clearly; nothing where
 * nobody has counted.
 */
export function evidenceItems({ evidence, kind, common }: FaceContext): FootItem[] {
  if (!evidence) return []
  const { pieces, against } = evidence
  if (evidence.superseded)
    return [{ type: 'word', word: common('superseded'), icon: 'arrow-right', tone: 'attention' }]
  const support: FootItem[] =
    pieces > 0
      ? [{ type: 'evidence', word: common('pieces', { count: pieces }), short: `${pieces}` }]
      : kind.needsEvidence
        ? [{ type: 'unproven', word: common('unproven') }]
        : []
  return [...support, ...againstItems(against, common)]
}

const againstItems = (against: number, common: FaceContext['common']): FootItem[] =>
  against > 0
    ? [
        {
          type: 'word',
          word: common('against', { count: against }),
          short: `${against}`,
          icon: 'triangle-alert',
          tone: 'attention',
        },
      ]
    : []

export function commentItems({ comments, unread = 0, common }: FaceContext): FootItem[] {
  if (comments + unread === 0) return []
  const plain = { type: 'word', word: `${comments}`, icon: 'message-circle' } as const
  if (unread === 0) return [plain]
  const word = common('commentsFresh', { count: comments, unread })
  return [{ ...plain, word, short: word, tone: 'family' }]
}

/** Evidence and comments at the left, what a kind has to add behind them, and one thing at the right. */
export function foot(context: FaceContext, more: readonly FootItem[] = [], right?: FootItem): Foot {
  return { type: 'foot', left: [...evidenceItems(context), ...commentItems(context), ...more], right }
}

/** Whether a card may leave its group: lock and word, for the right end of a foot. */
export function releaseItem(isOpen: boolean, { common }: FaceContext): FootItem {
  return isOpen
    ? { type: 'word', icon: 'lock-open', word: common('mayLeave') }
    : { type: 'word', icon: 'lock', word: common('groupOnly') }
}

/** What a field holds as text; nothing for what is no text. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : ''
}

/** What is there of some small pieces, in one line. */
export const joined = (...pieces: string[]) => pieces.filter((piece) => piece.trim() !== '').join(' · ')
