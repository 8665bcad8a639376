import type { ArtefactSnapshot, StoredValue } from '../document/snapshot.ts'
import { isSource, type FieldSpec, type FieldValue } from '../kinds/field.ts'
import { evidenceRole, fieldsOf, isKind, kindNames, traitsOf } from '../kinds/index.ts'
import type { ReleaseRule } from '../kinds/spec.ts'
import type { Source } from './passages.ts'
import { takenAmong, type Taken } from './taken.ts'

/**
 * Why a card stays in its group: `notReleased` nobody released it; `refused` whoever was interviewed does not want the
 * conversation used; `fromRefused` it was taken from such an interview, released or not; `confidential` a person said so.
 */
export type Reason = 'notReleased' | 'refused' | 'fromRefused' | 'confidential'

/** What decides whether a card stays in its group. */
export type Decided = Taken & Pick<ArtefactSnapshot, 'clearance'>

/** Which cards stay in their group, where there is anything in them. Ids of artefacts are unique across groups. */
export function withheldAmong(artefacts: readonly Decided[]): Map<string, Reason> {
  const withheld = new Map<string, Reason>()
  for (const artefact of artefacts) {
    const rule = ruleOf(artefact)
    if (artefact.clearance === 'closed' && !rule && holdsWords(artefact))
      withheld.set(artefact.id, 'confidential')
    if (rule && holdsWords(artefact) && !rule.open.includes(String(artefact.fields[rule.by])))
      withheld.set(artefact.id, evidenceRole(artefact.kind) === 'source' ? 'refused' : 'notReleased')
  }
  const refused = refusedAmong(withheld)
  if (refused.length === 0) return withheld
  const isTaken = takenAmong(artefacts)
  for (const artefact of artefacts)
    if (refused.some((id) => isTaken(artefact, id))) withheld.set(artefact.id, 'fromRefused')
  return withheld
}

const refusedAmong = (withheld: ReadonlyMap<string, Reason>) =>
  [...withheld].flatMap(([id, reason]) => (reason === 'refused' ? [id] : []))

const holdsWords = ({ kind, fields }: Decided) =>
  isKind(kind) &&
  Object.entries(fieldsOf(kind)).some(
    ([name, { type }]) => type !== 'choice' && fields[name] !== null && fields[name] !== '',
  )

/** Every text of which no passage may stand elsewhere: withheld wordings, and all protocols, which never leave. */
export function sourcesAmong(
  artefacts: readonly ArtefactSnapshot[],
  withheld: ReadonlyMap<string, Reason>,
): Source[] {
  const refused = refusedAmong(withheld)
  const isTaken = takenAmong(artefacts)
  const isRefusedInterview = (id: string | null) => id !== null && withheld.get(id) === 'refused'
  return artefacts.flatMap((artefact) => {
    const isRefused =
      [artefact.id, formerSourceOf(artefact)].some(isRefusedInterview) ||
      [artefact, ...formerQuotesOf(artefact)].some((one) => refused.some((id) => isTaken(one, id)))
    const sources = [
      ...(withheld.has(artefact.id) ? tellingTexts(artefact) : []),
      ...formerWordings(artefact, isRefused),
      ...protocolsOf(artefact),
      ...(isRefusedInterview(artefact.id) ? namesOf(artefact) : []),
    ]
    return isRefused ? sources.map((source) => ({ ...source, isRefused })) : sources
  })
}

/** What was released: it may stand anywhere, whoever else said it. */
export function releasedAmong(
  artefacts: readonly ArtefactSnapshot[],
  withheld: ReadonlyMap<string, Reason>,
): string[] {
  return artefacts
    .filter((artefact) => !withheld.has(artefact.id))
    .flatMap(tellingTexts)
    .map(({ text }) => text)
}

const ruleOf = ({ kind }: Pick<Decided, 'kind'>): ReleaseRule | null =>
  isKind(kind) ? (traitsOf(kind).release ?? null) : null

/** What somebody said, where this is a card of that. */
export function tellingTexts(artefact: ArtefactSnapshot): Source[] {
  const telling = ruleOf(artefact)?.telling ?? null
  const text = telling === null ? '' : artefact.fields[telling]
  return typeof text === 'string' && text !== '' ? [{ text, type: 'wording' }] : []
}

/** What a refused conversation is called: that it took place is for the group alone. */
function namesOf({ kind, fields }: ArtefactSnapshot): Source[] {
  const title = isKind(kind) ? fields[traitsOf(kind).headline] : ''
  return typeof title === 'string' ? [{ text: title, type: 'name' }] : []
}

function protocolsOf({ kind, fields }: ArtefactSnapshot): Source[] {
  // Texts beside the interviews are nobody's words
  if (!isKind(kind) || evidenceRole(kind) !== 'source') return []
  return Object.entries(fieldsOf(kind)).flatMap(([name, spec]) =>
    transcriptsIn(spec, fields[name] ?? null).map((text): Source => ({ text, type: 'protocol' })),
  )
}

/** Transcripts in a field: its own, or those of its items, which are corrections of one. */
function transcriptsIn(spec: FieldSpec, value: FieldValue): string[] {
  if (spec.type === 'transcript') return typeof value === 'string' ? [value] : []
  if (spec.type !== 'items' || spec.inside !== 'plain' || !Array.isArray(value)) return []
  return value.flatMap((item) =>
    Object.entries(spec.fields).flatMap(([name, inner]) => transcriptsIn(inner, item.fields[name] ?? null)),
  )
}

/** What a card was before, where that was a quote. */
const formerQuotesOf = (artefact: ArtefactSnapshot): ArtefactSnapshot[] =>
  formerKinds(artefact).map((kind) => ({ ...artefact, kind }))

/** What was a quote stays one: turning it into a note releases nothing, nor does it undo that somebody refused. */
function formerWordings({ kind, formerFields }: ArtefactSnapshot, isRefused: boolean): Source[] {
  return formerKinds({ kind, formerFields }).flatMap((former): Source[] => {
    const { telling, open, by } = traitsOf(former).release!
    const isOpen = open.includes(plainIn(formerFields[by]))
    return isOpen && !isRefused ? [] : [{ text: textIn(formerFields[telling!]), type: 'wording' }]
  })
}

const formerKinds = ({ kind, formerFields }: Pick<ArtefactSnapshot, 'kind' | 'formerFields'>) =>
  kindNames.filter((former) => {
    const telling = traitsOf(former).release?.telling
    return former !== kind && telling != null && textIn(formerFields[telling]) !== ''
  })

const textIn = (stored: StoredValue | undefined) => (stored && 'text' in stored ? stored.text : '')

const plainIn = (stored: StoredValue | undefined) =>
  stored && 'value' in stored && typeof stored.value === 'string' ? stored.value : ''

/** The interview a card was taken from when it was of another kind. */
function formerSourceOf({ formerFields }: ArtefactSnapshot): string | null {
  for (const stored of Object.values(formerFields)) {
    const value = 'value' in stored ? stored.value : null
    if (isSource(value)) return value.interviewId
  }
  return null
}
