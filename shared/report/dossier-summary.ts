import { traitsOf } from '../kinds/index.ts'
import type { CardChapter } from '../kinds/chapters.ts'
import type { Cover } from './tree.ts'
import type { ReportCard, ReportGroup, ReportVote } from './report.ts'
import { standpointOf, withoutStop } from './standpoint.ts'
import { toldOnce } from './told-once.ts'
import { fill, type Words } from './words.ts'

const MOST = 3

/**
 * A draft of the summary, in whole sentences, from what the cards say: the question, the standpoints, what was chosen and
 * what was decided. It says that it is one, until people have written theirs.
 */
export function summaryOf(
  cards: readonly ReportCard[],
  votes: readonly ReportVote[],
  words: Words,
): { question: string; paragraphs: string[] } {
  const { dossier } = words.documents
  const shown = cards.filter(({ withheld }) => !withheld)
  const ofChapter = (chapter: CardChapter) => shown.filter(({ kind }) => traitsOf(kind).chapter === chapter)
  const questions = ofChapter('question').map(({ headline }) => headline)
  const standpoints = ofChapter('insights').flatMap((card) => standpointOf(card, words) ?? [])
  const winners = votes.flatMap(({ candidates }) => candidates.slice(0, 1))
  const chosen = ofChapter('shortlist').filter(
    ({ id, maturity }) => maturity !== 'draft' || winners.includes(id),
  )
  const decided = ofChapter('decisions').filter(({ fields }) => fields.every(({ rows }) => rows === null))
  const sentences = [
    ...standpoints.slice(0, 2),
    ...listed(dossier.chosen, chosen),
    ...listed(dossier.decided, decided),
  ]
  return { question: questions[0] ?? '', paragraphs: sentences.length > 0 ? [sentences.join(' ')] : [] }
}

/** The draft that a dossier of these groups would have. */
export function summaryDraft(groups: readonly ReportGroup[], words: Words): string[] {
  const once = toldOnce(groups)
  return summaryOf(
    once.flatMap(({ cards }) => cards),
    once.flatMap(({ votes }) => votes),
    words,
  ).paragraphs
}

function listed(sentence: string, cards: readonly ReportCard[]): string[] {
  if (cards.length === 0) return []
  return [
    fill(sentence, {
      texts: cards
        .slice(0, MOST)
        .map(({ headline }) => withoutStop(headline))
        .join('; '),
    }),
  ]
}

/** How much stands behind it. */
export function figuresOf(cards: readonly ReportCard[], words: Words): Cover['figures'] {
  const kinds = (test: (card: ReportCard) => boolean) => {
    const found = cards.filter(test)
    const kind = found[0]?.kind
    return kind === undefined
      ? []
      : [
          {
            number: found.length,
            label: found.length === 1 ? words.kinds[kind].label : words.kinds[kind].plural,
          },
        ]
  }
  return [
    ...kinds(({ kind, withheld }) => traitsOf(kind).said === true && !withheld),
    ...kinds(({ role }) => role === 'source'),
    ...kinds(({ kind }) => traitsOf(kind).versionIn !== undefined),
    ...kinds(({ kind }) => traitsOf(kind).pledge !== undefined),
  ]
}
