import { traitsOf } from '../kinds/index.ts'
import { cardBlocks, quoteBlock, type Wording } from './card-blocks.ts'
import type { ReportCard } from './report.ts'
import { paragraph, plain, type Block, type Run } from './tree.ts'

const MOST_SUPPORTED = 4
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
    ...bundles.flatMap(({ claim, evidence }): Block[] => [
      { type: 'heading', level: 2, text: claim?.headline ?? dossier.otherEvidence },
      ...evidence.flatMap((card) => evidenceBlock(card, cards, wording)),
    ]),
    ...(interviews.length > 0 ? interviewBlocks(interviews, wording) : []),
  ]
}

function interviewBlocks(interviews: readonly ReportCard[], wording: Wording): Block[] {
  const { dossier } = wording.words.documents
  const items = interviews.map((card) => {
    const about = card.fields.filter(({ aside }) => !aside).map(({ text }) => text)
    return { id: wording.references.anchor(card.id), runs: plain([card.headline, ...about].join(' · ')) }
  })
  return [
    { type: 'heading', level: 2, text: dossier.interviews },
    { type: 'list', ordered: true, items },
  ]
}

function evidenceBlock(card: ReportCard, cards: readonly ReportCard[], wording: Wording): Block[] {
  const supported = supportedBy(card, cards, wording)
  if (!traitsOf(card.kind).said) {
    const told = cardBlocks([card], wording.words.workshop.exports.chapter.evidence, wording)
    return supported.length > 0 ? [...told, { type: 'paragraph', runs: supported }] : told
  }
  const quote = quoteBlock(card, wording)
  const apart: Run[] = quote.source.length > 0 && supported.length > 0 ? [{ text: '\n' }] : []
  return [{ ...quote, source: [...quote.source, ...apart, ...supported] }]
}

/** What of the dossier rests on it, to go back there. */
function supportedBy(
  { id }: ReportCard,
  cards: readonly ReportCard[],
  { words, references }: Wording,
): Run[] {
  const resting = cards.filter((card) => card.id !== id && card.trail.pieces.includes(id))
  const told = resting.filter((card) => references.toldIn(card.id) !== null).slice(0, MOST_SUPPORTED)
  if (told.length === 0) return []
  const links = told.flatMap((card, n): Run[] => [
    ...(n > 0 ? [{ text: '; ' }] : []),
    { text: shortened(card.headline), to: references.anchor(card.id) },
  ])
  return [{ text: words.documents.dossier.supports, quiet: true }, ...links]
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
