import type { ArtefactSnapshot, DocumentSnapshot, StoredValue } from '../document/snapshot.ts'
import type { Link } from '../evidence/links.ts'
import { isSource, type FieldSpec } from '../kinds/field.ts'
import { emptyValue, evidenceRole, fieldsOf, isKind, traitsOf } from '../kinds/index.ts'
import { repeatingTogether } from './across-cards.ts'
import { cleared, isDivided, withoutWords } from './clearing.ts'
import { coarsening, redactedAmong } from './coarsening.ts'
import type { OutgoingDocument } from './outgoing.ts'
import { passagesOf, type Attention } from './passages.ts'
import { restingOn } from './resting.ts'
import { releasedAmong, sourcesAmong, tellingTexts, withheldAmong, type Reason } from './withheld.ts'

/** What may leave the groups, and what of it stayed. */
export interface Leaving {
  /** In the order in which they were handed in. */
  documents: OutgoingDocument[]
  /** Cards without their content, by id: they keep their place, so that readers see that something is missing. */
  withheld: ReadonlyMap<string, Reason>
  withheldQuotes: number
  /** Those among them that nobody released, though the same words are released on another card, and leave there. */
  toldElsewhere: ReadonlySet<string>
  /** Other cards of which a text was left out, by id. */
  shortened: ReadonlySet<string>
  /** Those among them that repeat so much that it stays out whatever a person says of the card. */
  repeating: ReadonlySet<string>
  /** Cards that rest on a withheld quote, in the group or beside, and of which nobody has said what they hold. */
  undecided: ReadonlySet<string>
  /**
   * Whether anything stays behind that is no protocol, comment or former kind, so far as it went through here: what leaves
   * says so then. Asked after everything that goes along was cleared.
   */
  isReduced: () => boolean
  /** Anything else that goes along: names of groups and versions, events. */
  clear: <Value>(value: Value) => Value
}

interface LeavingSettings {
  /** Stands in place of a text that was left out. */
  instead: string
  /** Documents whose withheld words must not leave either, though they stay: the other groups of the workshop. */
  beside?: readonly DocumentSnapshot[]
}

/**
 * The one function that everything passes which leaves a group: files, pictures, lists, projections for others
 * (docs/consent.md names the ways out, and the test that fails when a new one goes past it).
 *
 * 1. Withheld quotes and interviews lose content and tags; place, links, authorship and choices stay.
 * 2. Protocols go, because they hold every quote; so do comments, and what cards said as another kind.
 * 3. Every other text that repeats a withheld wording or a passage of a protocol goes, wherever it stands; all texts of a
 *    card where they do so one after the other, as cells of a table would, and of two cards that lie one behind the other.
 * 4. What a released quote says may stand anywhere, unless it is also what somebody said who refused.
 * 5. Cards that rest on a withheld quote are looked at closely until a person says that they hold nothing confidential;
 *    withheld wordings stay out of them even then. Those of which a person says that they do are withheld.
 * 6. Words that are redacted in an interview are blackened on it, on its quotes and on what is linked to it, released or not;
 *    other texts that repeat a longer one go as in 3.
 * 7. Where an interview says how its place is said outside, it is said so there, on it and on what was taken from it.
 *
 * Pure. Takes some milliseconds per hundred cards, a hundred per protocol of forty pages.
 */
export function leaving(documents: readonly DocumentSnapshot[], settings: LeavingSettings): Leaving {
  const { instead, beside = [] } = settings
  const artefacts = [...documents, ...beside].flatMap((document) => document.artefacts)
  const withheld = withheldAmong(artefacts)
  const passages = passagesOf(
    [...sourcesAmong(artefacts, withheld), ...redactedAmong(artefacts)],
    releasedAmong(artefacts, withheld),
  )
  const repeatsWith = (attention: Attention) => (text: string) => passages.repeats(text, attention)
  const decided = new Set(artefacts.filter(({ clearance }) => clearance).map(({ id }) => id))
  const undecided = new Set([...restingOn(artefacts, withheld)].filter((id) => !decided.has(id)))
  const repeatsUsually = repeatsWith('usual')
  let isAnythingCleared = false
  const clear = <Value>(value: Value): Value => {
    const noted = (text: string) => {
      const isRepeating = repeatsUsually(text)
      isAnythingCleared ||= isRepeating
      return isRepeating
    }
    return cleared(value, noted, instead)
  }
  const coarsened = coarsening(artefacts)
  const together = new Set(
    documents.flatMap((document) => [...repeatingTogether(document, passages.repeatsAcross)]),
  )
  // Its own words are among those that may not stand elsewhere, unless they are released there
  const isToldElsewhere = (artefact: ArtefactSnapshot) =>
    withheld.get(artefact.id) === 'notReleased' &&
    tellingTexts(artefact).some(({ text }) => !passages.repeats(text))
  const shortened = new Set<string>()
  const repeating = new Set<string>()
  const outgoing = (whole: ArtefactSnapshot): ArtefactSnapshot => {
    const artefact = withoutFingerprint(whole)
    if (withheld.has(artefact.id)) return emptied(artefact)
    const open = coarsened(withoutProtocols(artefact))
    const alone = clearedCard(open, repeatsWith('usual'), instead)
    const usual = together.has(artefact.id) ? wordless(alone, instead) : alone
    const result = undecided.has(artefact.id) ? clearedCard(usual, repeatsWith('close'), instead) : usual
    if (!isSame(usual, open)) repeating.add(artefact.id)
    if (!isSame(result, open)) shortened.add(artefact.id)
    return result
  }
  const ownCards = documents.flatMap((document) => document.artefacts)
  const reduced = documents.map((document) =>
    passedOn({
      ...document,
      artefacts: document.artefacts.map(outgoing),
      board: clear(document.board),
      comments: [],
    }),
  )
  return {
    documents: reduced,
    isReduced: () =>
      isAnythingCleared ||
      shortened.size > 0 ||
      ownCards.some((one) => coarsened(one) !== one) ||
      ownCards.some(({ id }) => withheld.has(id)),
    withheld,
    withheldQuotes: ownCards.filter(({ id, kind }) => withheld.has(id) && evidenceRole(kind) === 'is').length,
    toldElsewhere: new Set(ownCards.filter(isToldElsewhere).map(({ id }) => id)),
    shortened,
    repeating,
    undecided,
    clear,
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const passedOn = (document: DocumentSnapshot) => document as OutgoingDocument

/** Choices stay, so that the card still says what it is and that it is not released; so does what it was taken from. */
function emptied(artefact: ArtefactSnapshot): ArtefactSnapshot {
  const specs = specsOf(artefact)
  const fields = Object.entries(artefact.fields).map(([name, value]) => {
    const spec = specs[name]
    return [name, spec?.type === 'choice' ? value : spec ? emptyValue(spec) : null]
  })
  const taken = Object.values(artefact.fields)
    .filter(isSource)
    .map(({ interviewId }): Link => ({ type: 'derivedFrom', to: interviewId as Link['to'] }))
  return {
    ...artefact,
    fields: Object.fromEntries(fields) as ArtefactSnapshot['fields'],
    formerFields: {},
    tags: [],
    links: [
      ...artefact.links,
      ...taken.filter((link) => !artefact.links.some((one) => isSameLink(one, link))),
    ],
  }
}

const isSameLink = (one: Link, other: Link) => one.type === other.type && one.to === other.to

/** By which words that stay could be guessed. */
function withoutFingerprint({ home, ...artefact }: ArtefactSnapshot): ArtefactSnapshot {
  return home ? { ...artefact, home: { ...home, said: undefined } } : artefact
}

function withoutProtocols(artefact: ArtefactSnapshot): ArtefactSnapshot {
  const fields = { ...artefact.fields }
  for (const [name, spec] of Object.entries(specsOf(artefact)))
    if (isProtocol(spec)) fields[name] = emptyValue(spec)
  return { ...artefact, fields, formerFields: withoutTexts(artefact.formerFields) }
}

/** What never leaves whatever anybody says of it: a transcript, its corrections, and what is marked in it. */
const isProtocol = (spec: FieldSpec) =>
  spec.type === 'transcript' || spec.type === 'spans' || (spec.type === 'items' && spec.inside !== undefined)

function clearedCard(
  artefact: ArtefactSnapshot,
  repeats: (text: string) => boolean,
  instead: string,
): ArtefactSnapshot {
  const specs = specsOf(artefact)
  const fields = cleared(artefact.fields, repeats, instead)
  const tags = artefact.tags.filter((tag) => !repeats(tag))
  // What a released quote says is nobody's to find again between its other fields
  const isReleased = isKind(artefact.kind) && traitsOf(artefact.kind).release?.telling != null
  return !isReleased && isDivided([fields, tags], specs, repeats)
    ? wordless({ ...artefact, fields }, instead)
    : { ...artefact, fields, tags }
}

const wordless = (artefact: ArtefactSnapshot, instead: string): ArtefactSnapshot => ({
  ...artefact,
  fields: withoutWords(artefact.fields, specsOf(artefact), instead),
  tags: [],
})

const specsOf = ({ kind }: ArtefactSnapshot): Readonly<Record<string, FieldSpec>> =>
  isKind(kind) ? fieldsOf(kind) : {}

/** What a card said as another kind may be exactly what was withheld later. */
function withoutTexts(stored: Record<string, StoredValue>): Record<string, StoredValue> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [
      name,
      'text' in value ? { text: '' } : 'records' in value ? { records: {} } : value,
    ]),
  )
}
