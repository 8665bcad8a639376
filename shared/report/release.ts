import { emptyValue, fieldsOf, isKind } from '../kinds/index.ts'
import type { Artefact } from '../document/artefacts.ts'
import type { ArtefactSnapshot, DocumentSnapshot, StoredValue } from '../document/snapshot.ts'
import type { Consent } from './consent.ts'

/**
 * The document without what must not leave the group: withheld quotes and interviews lose their content and keep
 * their place, links and authorship; transcripts go, because they hold every quote; texts that repeat a withheld
 * wording go, wherever they stand. Comments go as a whole.
 */
export function withoutWithheld(
  document: DocumentSnapshot,
  artefacts: readonly Artefact[],
  consent: Consent,
): DocumentSnapshot {
  const withheld = new Set<string>(
    artefacts.filter((artefact) => consent.withholds(artefact)).map(({ id }) => id),
  )
  return {
    ...document,
    artefacts: document.artefacts.map((artefact) =>
      withheld.has(artefact.id) ? emptied(artefact) : cleared(artefact, consent),
    ),
    board: document.board.map((record) => clearTexts(record, consent)),
    comments: [],
  }
}

/** Choices stay, so that the file still says what the card is and that it is not released. */
function emptied(artefact: ArtefactSnapshot): ArtefactSnapshot {
  const specs = isKind(artefact.kind) ? fieldsOf(artefact.kind) : {}
  const fields = Object.entries(artefact.fields).map(([name, value]) => {
    const spec = specs[name]
    return [name, spec?.type === 'choice' ? value : spec ? emptyValue(spec) : null]
  })
  return { ...artefact, fields: Object.fromEntries(fields) as ArtefactSnapshot['fields'], formerFields: {} }
}

function cleared(artefact: ArtefactSnapshot, consent: Consent): ArtefactSnapshot {
  const fields = clearTexts(artefact.fields, consent)
  const specs = isKind(artefact.kind) ? fieldsOf(artefact.kind) : {}
  for (const [name, spec] of Object.entries(specs))
    if (spec.type === 'transcript') fields[name] = emptyValue(spec)
  return { ...artefact, fields, formerFields: withoutTexts(artefact.formerFields) }
}

/** What a card said as another kind may be exactly what was withheld later. */
function withoutTexts(stored: Record<string, StoredValue>): Record<string, StoredValue> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [
      name,
      'text' in value ? { text: '' } : 'records' in value ? { records: {} } : value,
    ]),
  )
}

function clearTexts<Value>(value: Value, consent: Consent): Value {
  if (typeof value === 'string') return (consent.repeats(value) ? '' : value) as Value
  if (Array.isArray(value)) return value.map((inner: unknown) => clearTexts(inner, consent)) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, clearTexts<unknown>(inner, consent)])
  return Object.fromEntries(entries) as Value
}
