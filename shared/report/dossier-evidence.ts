import { traitsOf } from '../kinds/index.ts'
import { cardBlocks, numberRuns, quoteBlock, type Wording } from './card-blocks.ts'
import type { ReportCard } from './report.ts'
import { paragraph, plain, type Block, type Run } from './tree.ts'
import { fill } from './words.ts'

const MOST_SUPPORTED = 6
const MOST_CHARS = 60

interface Bundle {
  /** What the evidence stands behind; null for the rest. */
  claim: ReportCard | null
  evidence: ReportCard[]
}

const isEvidence = ({ role, withheld }: ReportCard) => role === 'is' && !withheld

/** Evidence under the insight it stands behind first, each once, then the rest. */
function bundlesOf(cards: readonly ReportCard[]): Bundle[] {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const seen = new Set<string>()
  const take = (evidence: readonly ReportCard[]) =>
    evidence.filter((card) => isEvidence(card) && !seen.has(card.id) && seen.add(card.id))
  const claims = cards.filter(({ kind, withheld }) => traitsOf(kind).chapter === 'insights' && !withheld)
  const bundles: Bundle[] = claims.map((claim) => {
    const { pieces, contradictions } = claim.trail
    return { claim, evidence: take([...pieces, ...contradictions].flatMap((id) => byId.get(id) ?? [])) }
  })
  return [...bundles, { claim: null, evidence: take(cards) }].filter(({ evidence }) => evidence.length > 0)
}

/** The order in which pieces of evidence are numbered. */
export const evidenceInOrder = (cards: readonly ReportCard[]): ReportCard[] =>
  bundlesOf(cards).flatMap(({ evidence }) => evidence)

/** The annex: who was asked, then every piece of evidence under its number, with what rests on it. */
export function evidenceBlocks(cards: readonly ReportCard[], wording: Wording): Block[] {
  const { dossier } = wording.words.documents
  const bundles = bundlesOf(cards)
  const interviews = cards.filter(({ role, withheld }) => role === 'source' && !withheld)
  if (bundles.length === 0 && interviews.length === 0) return []
  return [
    { type: 'heading', level: 1, text: wording.words.workshop.exports.chapter.evidence },
    ...(bundles.length > 0 ? [paragraph(dossier.evidenceLead)] : []),
    ...bundles.flatMap((bundle) => bundleBlocks(bundle, cards, wording)),
    ...(interviews.length > 0 ? interviewBlocks(interviews, evidenceInOrder(cards), wording) : []),
  ]
}

/** Each with the numbers of what was taken from it, which lead there. */
function interviewBlocks(
  interviews: readonly ReportCard[],
  evidence: readonly ReportCard[],
  { words, references }: Wording,
): Block[] {
  const { dossier } = words.documents
  const items = interviews.map((card) => {
    const about = card.fields.filter(({ aside }) => !aside).map(({ text }) => text)
    const taken = evidence.filter(isTakenFrom(card)).map(({ id }) => id)
    const numbers = numberRuns(taken, references)
    const lead: Run[] = numbers.length > 0 ? [{ text: ` · ${dossier.takenFromIt}`, quiet: true }] : []
    const runs = [...plain([card.headline, ...about].join(' · ')), ...lead, ...numbers]
    return { id: references.anchor(card.id), runs }
  })
  return [
    { type: 'heading', level: 2, text: dossier.interviews },
    { type: 'list', ordered: true, items },
  ]
}

/** What rests on all of it is said once, above it. */
function bundleBlocks({ claim, evidence }: Bundle, cards: readonly ReportCard[], wording: Wording): Block[] {
  const { dossier } = wording.words.documents
  const behind = evidence.filter(({ id }) => claim?.trail.pieces.includes(id))
  const restsOnAll =
    behind.length < 2 ? [] : told(cards, wording).filter((card) => behind.every(isBehind(card)))
  const lead = listed(dossier.restsOnThese, restsOnAll, wording)
  return [
    { type: 'heading', level: 2, text: claim?.headline ?? dossier.otherEvidence },
    ...(lead.length > 0 ? [{ type: 'paragraph' as const, runs: lead }] : []),
    ...evidence.flatMap((card) => evidenceBlock(card, cards, new Set(restsOnAll), wording)),
  ]
}

const isBehind =
  ({ trail }: ReportCard) =>
  ({ id }: ReportCard) =>
    trail.pieces.includes(id)

const isTakenFrom =
  (interview: ReportCard) =>
  ({ relations, trail }: ReportCard) =>
    trail.interviews.includes(interview.id) ||
    relations.some(({ leadsBack, targetId }) => leadsBack && targetId === interview.id)

const told = (cards: readonly ReportCard[], { references }: Wording) =>
  cards.filter(({ id }) => references.toldIn(id) !== null)

/** @param saidAbove what rests on it and was named already */
function evidenceBlock(
  card: ReportCard,
  cards: readonly ReportCard[],
  saidAbove: ReadonlySet<ReportCard>,
  wording: Wording,
): Block[] {
  const supported = leadsTo(card, cards, saidAbove, wording)
  if (!traitsOf(card.kind).said) {
    const told = cardBlocks([card], wording.words.workshop.exports.chapter.evidence, wording)
    return supported.length > 0 ? [...told, { type: 'paragraph', runs: supported }] : told
  }
  const quote = quoteBlock(card, wording)
  const apart: Run[] = quote.source.length > 0 && supported.length > 0 ? [{ text: '\n' }] : []
  return [{ ...quote, source: [...quote.source, ...apart, ...supported] }]
}

/** The interview it was taken from, what of the dossier rests on it and what it speaks against, to go there. */
function leadsTo(
  piece: ReportCard,
  cards: readonly ReportCard[],
  saidAbove: ReadonlySet<ReportCard>,
  wording: Wording,
): Run[] {
  const { dossier } = wording.words.documents
  const others = told(cards, wording).filter(({ id }) => id !== piece.id)
  const resting = others.filter((card) => isBehind(card)(piece) && !saidAbove.has(card))
  const against = others.filter(({ trail }) => trail.contradictions.includes(piece.id))
  const interviews = cards.filter(
    (card) => card.role === 'source' && !card.withheld && isTakenFrom(card)(piece),
  )
  const lines = [
    listed(dossier.takenFrom, interviews, wording),
    listed(dossier.supports, resting, wording),
    listed(dossier.speaksAgainst, against, wording),
  ].filter((line) => line.length > 0)
  return lines.flatMap((line, n): Run[] => [...(n > 0 ? [{ text: '\n' }] : []), ...line])
}

/** So many of them by name, each leading there; those that are called alike with what they are. */
function listed(lead: string, cards: readonly ReportCard[], { words, references }: Wording): Run[] {
  if (cards.length === 0) return []
  const isAlone = ({ headline }: ReportCard) =>
    cards.filter((card) => card.headline === headline).length === 1
  const nameOf = (card: ReportCard) =>
    isAlone(card)
      ? shortened(card.headline)
      : fill(words.documents.kindOf, { kind: words.kinds[card.kind].label, text: shortened(card.headline) })
  const links = cards
    .slice(0, MOST_SUPPORTED)
    .flatMap((card, n): Run[] => [
      ...(n > 0 ? [{ text: '; ' }] : []),
      { text: nameOf(card), to: references.anchor(card.id) },
    ])
  const left = cards.length - MOST_SUPPORTED
  const more = left > 0 ? [{ text: ` ${fill(words.documents.dossier.more, { count: left })}` }] : []
  return [{ text: lead, quiet: true }, ...links, ...more]
}

const shortened = (text: string) =>
  text.length <= MOST_CHARS ? text : `${[...text].slice(0, MOST_CHARS).join('').trimEnd()} …`

/** Claims of the dossier that nothing stands behind yet. */
export function unprovenBlocks(cards: readonly ReportCard[], { words, references }: Wording): Block[] {
  const { dossier } = words.documents
  const unproven = cards.filter(
    ({ id, role, withheld, trail }) =>
      role === 'needed' && !withheld && trail.pieces.length === 0 && references.toldIn(id) !== null,
  )
  if (unproven.length === 0) return []
  const items = unproven.map(({ id, headline }) => ({
    runs: [{ text: headline, to: references.anchor(id) }],
  }))
  return [
    { type: 'heading', level: 1, text: words.workshop.exports.chapter.unproven },
    paragraph(dossier.unprovenLead),
    { type: 'list', ordered: false, items },
  ]
}
