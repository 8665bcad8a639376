import type { ArtefactId, GroupId } from '../base/ids.ts'
import { cutBetweenCharacters } from '../base/visible-text.ts'
import type { BoardRecord } from '../document/board-record.ts'
import type { ArtefactSnapshot, DocumentSnapshot } from '../document/snapshot.ts'
import { evidenceRole, fieldsOf, isKind, kinds, traitsOf } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import { pointsAtOne } from './coarsening.ts'
import { knownNames, namesIn } from './names.ts'
import { leaving, type Leaving } from './leaving.ts'
import type { ReleaseChoice } from './release-decisions.ts'
import { isForPerson } from './resting.ts'
import type { Reason } from './withheld.ts'

/** A group whose work is about to leave. */
export interface CheckedGroup {
  id: GroupId
  name: string
  /** `plenum` is where all groups come together. */
  kind: string
  document: DocumentSnapshot
}

/**
 * Why something is named before it leaves: what withholds a card (`Reason`); `repeats` a text that says what is withheld
 * elsewhere and is left out; `consentOpen` an interview of which nobody has said whether it may be used; `resting` a card on a
 * withheld quote that leaves as it is, if nobody says that it holds something confidential; `recognisable` an interview whose
 * place, date and function leave together and may point at one person; `named` a quote that leaves and names a person or a
 * provider.
 */
export type HeldReason = Reason | 'repeats' | 'consentOpen' | 'resting' | 'recognisable' | 'named'

/** One thing a person may have to decide. */
export interface Held {
  reason: HeldReason
  /** The card; null for texts of the board itself: names of pages and frames, labels. */
  artefactId: ArtefactId | null
  /** Where it lies, for links into the room; null when it is put aside. */
  shapeId: string | null
  pageId: string | null
  /** The beginning of what it says: for people who are inside only. */
  words: string
  /** The interview it was taken from. */
  interviewId: ArtefactId | null
  /** It stays, but its words are released on another card as well, and leave there. */
  isToldElsewhere: boolean
  /** What a person may say of it that changes what leaves: it rests on something withheld, or somebody said so. */
  answers: readonly ReleaseChoice[]
}

export interface HeldInGroup {
  groupId: GroupId
  name: string
  /** Whether the name of the group itself repeats what is withheld. */
  isNameHeld: boolean
  held: Held[]
  /** Interviews that what is held was taken from, and those whose consent is open. */
  interviews: InterviewInCheck[]
}

export interface InterviewInCheck {
  id: ArtefactId
  title: string
  consent: Consent
}

/** `undecided`: nobody has said whether the conversation may be used. */
type Consent = 'undecided' | 'given' | 'refused'

const MAX_WORDS_CHARS = 240

/**
 * What would be withheld if these groups left now, and why. The same function decides as when they leave; this one only
 * looks at what became of them. For people who may read all of it: it quotes what is withheld.
 * @param beside other groups of the workshop, whose withheld words count as well
 */
export function releaseCheck(
  groups: readonly CheckedGroup[],
  beside: readonly DocumentSnapshot[],
): HeldInGroup[] {
  const documents = groups.map(({ document }) => document)
  const outgoing = leaving(documents, { instead: INSTEAD, beside })
  return groups.map((group, n) => heldIn(group, outgoing, outgoing.documents[n]!))
}

/** Stands in place of what is left out, and is told from everything that people write. */
const INSTEAD = '\u0000'

function heldIn(
  { id, name, document }: CheckedGroup,
  outgoing: Leaving,
  after: DocumentSnapshot,
): HeldInGroup {
  const places = placesIn(document.board)
  const entry = (artefact: ArtefactSnapshot, reason: HeldReason): Held => ({
    reason,
    artefactId: artefact.id as ArtefactId,
    ...(places.get(artefact.id) ?? nowhere),
    words: headlineIn(artefact),
    interviewId: (sourceOf(artefact)?.interviewId ?? null) as ArtefactId | null,
    isToldElsewhere: outgoing.toldElsewhere.has(artefact.id),
    answers: answersTo(artefact, reason, outgoing),
  })
  const known = knownNames(document.artefacts)
  const leavingAs = new Map(after.artefacts.map((artefact) => [artefact.id, artefact]))
  const held = document.artefacts.flatMap((artefact) => {
    const isNamed = !outgoing.withheld.has(artefact.id) && namesSomebody(leavingAs.get(artefact.id), known)
    const reasons = [...reasonsFor(artefact, outgoing), ...(isNamed ? (['named'] as const) : [])]
    return reasons.map((reason) => entry(artefact, reason))
  })
  const wanted = new Set(held.flatMap(({ interviewId, artefactId }) => [interviewId, artefactId]))
  return {
    groupId: id,
    name,
    isNameHeld: outgoing.clear(name) !== name,
    held: [...held, ...textsHeld(document.board, after.board)],
    interviews: document.artefacts.filter((one) => wanted.has(one.id as ArtefactId)).flatMap(interviewIn),
  }
}

/** Several, where one is a matter of its own: whether a person can be recognised, and whether they agreed. */
function reasonsFor(artefact: ArtefactSnapshot, outgoing: Leaving): HeldReason[] {
  const reason = reasonFor(artefact, outgoing)
  const isRecognisable = !outgoing.withheld.has(artefact.id) && pointsAtOne(artefact)
  return [...(reason ? [reason] : []), ...(isRecognisable ? (['recognisable'] as const) : [])]
}

/** Whether what somebody said names a person or a provider, as it would leave: what is redacted names nobody. */
function namesSomebody(artefact: ArtefactSnapshot | undefined, known: readonly string[]): boolean {
  if (!artefact || evidenceRole(artefact.kind) !== 'is') return false
  const texts = Object.values(artefact.fields).filter((value) => typeof value === 'string')
  return namesIn(texts.join('\n'), known).length > 0
}

function reasonFor(
  artefact: ArtefactSnapshot,
  { withheld, shortened, undecided }: Leaving,
): HeldReason | null {
  const reason = withheld.get(artefact.id)
  if (reason) return reason
  if (shortened.has(artefact.id)) return 'repeats'
  if (interviewIn(artefact).some(({ consent }) => consent === 'undecided')) return 'consentOpen'
  return undecided.has(artefact.id) && isForPerson(artefact) ? 'resting' : null
}

/** No answer is offered that changes nothing: what repeats a wording stays out until other words stand there. */
function answersTo(
  artefact: ArtefactSnapshot,
  reason: HeldReason,
  { undecided, repeating }: Leaving,
): readonly ReleaseChoice[] {
  if (reason === 'confidential') return ['open']
  if (!undecided.has(artefact.id) || !isForPerson(artefact)) return []
  return reason === 'repeats' && repeating.has(artefact.id) ? ['closed'] : ['open', 'closed']
}

/** The interview as it stands; nothing for other cards. */
function interviewIn(artefact: ArtefactSnapshot): InterviewInCheck[] {
  const { id, kind, fields } = artefact
  if (!isKind(kind) || evidenceRole(kind) !== 'source') return []
  const rule = traitsOf(kind).release
  const spec = rule && fieldsOf(kind)[rule.by]
  if (!rule || spec?.type !== 'choice') return []
  const stored = fields[rule.by]
  const option = typeof stored === 'string' ? stored : spec.initial
  const consent = !rule.open.includes(option) ? 'refused' : option === spec.initial ? 'undecided' : 'given'
  return [{ id: id as ArtefactId, title: headlineIn(artefact), consent }]
}

const nowhere = { shapeId: null, pageId: null }

function placesIn(board: readonly BoardRecord[]): Map<string, Pick<Held, 'shapeId' | 'pageId'>> {
  const places = new Map<string, Pick<Held, 'shapeId' | 'pageId'>>()
  const pageOf = pageFinder(board)
  for (const record of board) {
    const artefactId = (record.props as { artefactId?: unknown } | undefined)?.artefactId
    if (typeof artefactId === 'string' && !places.has(artefactId))
      places.set(artefactId, { shapeId: record.id, pageId: pageOf(record.id) })
  }
  return places
}

/** Follows parents up to the page; no further than there are records, because parents may run in a circle. */
function pageFinder(board: readonly BoardRecord[]): (id: string) => string | null {
  const parents = new Map(board.map(({ id, parentId }) => [id, parentId]))
  return (id) => {
    let at: unknown = id
    for (let steps = 0; steps <= board.length; steps++) {
      if (typeof at !== 'string') return null
      if (at.startsWith('page:')) return at
      at = parents.get(at)
    }
    return null
  }
}

/** Names and labels of the board that are left out. Both lists are by id, because one was made of the other. */
function textsHeld(before: readonly BoardRecord[], after: readonly BoardRecord[]): Held[] {
  const pageOf = pageFinder(before)
  return before.flatMap((record, n): Held[] => {
    if (JSON.stringify(record) === JSON.stringify(after[n])) return []
    const { id, props, name } = record as BoardRecord & { props?: { name?: unknown }; name?: unknown }
    const words = [name, props?.name].find((one) => typeof one === 'string') ?? ''
    const shapeId = id.startsWith('shape:') ? id : null
    const where = { artefactId: null, shapeId, pageId: pageOf(id), interviewId: null }
    const rest = { isToldElsewhere: false, answers: [] }
    return [{ reason: 'repeats', ...where, words: shortened(String(words)), ...rest }]
  })
}

function headlineIn({ kind, fields }: ArtefactSnapshot): string {
  const headline = isKind(kind) ? fields[kinds[kind].headline] : ''
  return shortened(typeof headline === 'string' ? headline : '')
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= MAX_WORDS_CHARS ? line : `${cutBetweenCharacters(line, MAX_WORDS_CHARS).trimEnd()} …`
}
