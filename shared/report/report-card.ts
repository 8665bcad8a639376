import { evidenceOf, leadsBack, type Evidence, type EvidenceGraph } from '../evidence/evidence.ts'
import { isErased } from '../evidence/transcripts.ts'
import {
  isSource,
  type FieldSpec,
  type FieldValue,
  type Item,
  type ItemsSpec,
  type QuoteSource,
} from '../kinds/field.ts'
import { emptyValue, fieldsOf, kinds, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { headlineOf, type Artefact } from '../document/artefacts.ts'
import type { LocalTime } from './local-time.ts'
import type { Figure, ReportCard, ReportField, ReportRelation } from './report.ts'
import type { Twin } from '../evidence/twins.ts'
import { authorWords, counted, fieldLabel, fill, optionLabel, withheldText, type Words } from './words.ts'

/** What a card's words depend on beside the card. */
export interface CardContext {
  words: Words
  time: LocalTime
  /** Cards that came without their content. */
  withheld: ReadonlyMap<string, unknown>
  graph: EvidenceGraph
  artefact: (id: string) => Artefact | null
  /** Null for what no other group says. */
  twinOf: (artefact: Artefact) => Twin | null
}

/** A card in words, without its place. */
export function reportCard(artefact: Artefact, context: CardContext): Omit<ReportCard, 'phase' | 'places'> {
  const { words } = context
  const withheld = context.withheld.has(artefact.id)
  const twin = withheld ? null : context.twinOf(artefact)
  const own = evidenceOf(context.graph, artefact.id)
  const trail = twin ? together(own, twin.evidence) : own
  const isBare = [own.pieces, own.interviews, own.contradictions].every((ids) => ids.length === 0)
  return {
    id: artefact.id,
    kind: artefact.kind,
    headline: headlineIn(artefact, context),
    withheld,
    fields: withheld ? [] : fieldsIn(artefact, context),
    status: words.artefacts.status.options[artefact.status],
    tags: artefact.tags,
    author: authorWords(artefact.authorship),
    createdAt: artefact.createdAt,
    maturity: artefact.status,
    role: traitsOf(artefact.kind).evidence,
    trail,
    twinId: twin?.isAll && isBare ? twin.id : null,
    evidence: traitsOf(artefact.kind).evidence === 'needed' ? evidenceIn(trail, context) : null,
    relations: relationsOf(artefact, context),
  }
}

/** What stands behind a card where it lies and, if that is nothing, where it comes from; what speaks against it in both. */
const together = (own: Evidence, ofTwin: Evidence): Evidence => ({
  ...(own.pieces.length > 0 ? own : ofTwin),
  contradictions: [...own.contradictions, ...ofTwin.contradictions],
})

/** Among other words, somebody's words need their marks. */
function quotedHeadline(artefact: Artefact, context: CardContext): string {
  const headline = headlineIn(artefact, context)
  const isSaid =
    traitsOf(artefact.kind).said === true && !context.withheld.has(artefact.id) && headlineOf(artefact) !== ''
  return isSaid ? fill(context.words.results.report.quotation, { text: headline }) : headline
}

/** How other texts call a card; null for one that is not there any more. */
export const nameOfCard = (artefact: Artefact | undefined, context: CardContext): string | null =>
  artefact ? headlineIn(artefact, context) : null

function headlineIn(artefact: Artefact, { words, withheld }: CardContext): string {
  if (withheld.has(artefact.id)) return `[${withheldText(words, artefact.kind)}]`
  return headlineOf(artefact) || words.kinds[artefact.kind].empty
}

function fieldsIn(artefact: Artefact, context: CardContext): ReportField[] {
  const { kind, fields } = artefact
  return Object.entries(fieldsOf(kind)).flatMap(([name, spec]) => {
    if (name === kinds[kind].headline || isInside(spec) || isUnknown(spec, fields[name])) return []
    const text = fieldText(kind, name, spec, fields[name] ?? emptyValue(spec), context)
    const figure = figureOf(spec, fields[name] ?? null)
    const label = fieldLabel(context.words, kind, name)
    const value = fields[name] ?? null
    const rows =
      spec.type === 'items' && Array.isArray(value) ? rowsOf(kind, name, spec, value, context) : null
    const pictures = picturesOf(spec, value)
    return text
      ? [{ name, type: spec.type, label, text, figure, rows, pictures, aside: isAside(kind, name) }]
      : []
  })
}

function isAside(kind: ArtefactKind, name: string): boolean {
  const { colouredBy, release, catalogue, place } = traitsOf(kind)
  return [colouredBy, release?.by, catalogue?.by, place?.promise.by].includes(name)
}

/** A choice that nobody has made yet says nothing outside. */
const isUnknown = (spec: FieldSpec, value: FieldValue | undefined) =>
  spec.type === 'choice' && spec.initial === 'unknown' && (value ?? spec.initial) === spec.initial

const isInside = (spec: FieldSpec) => spec.type === 'items' && spec.inside !== undefined

/** Items as a table: a column for each of their fields that any of them fills. */
function rowsOf(
  kind: ArtefactKind,
  name: string,
  { fields }: ItemsSpec,
  items: readonly Item[],
  context: CardContext,
): ReportField['rows'] {
  const inner = Object.entries(fields).filter(([, { type }]) => type !== 'image')
  const textOf = (item: Item, [field, spec]: (typeof inner)[number]) =>
    fieldText(kind, `${name}.${field}`, spec, item.fields[field] ?? emptyValue(spec), context)
  const used = inner.filter((field) => items.some((item) => textOf(item, field) !== ''))
  const cells = items.map((item) => used.map((field) => textOf(item, field)))
  return {
    columns: used.map(([field]) => fieldLabel(context.words, kind, `${name}.${field}`)),
    cells: cells.filter((row) => row.some((text) => text !== '')),
  }
}

function picturesOf(spec: FieldSpec, value: FieldValue): ReportField['pictures'] {
  if (spec.type === 'image') return typeof value === 'string' && value ? [{ assetId: value, text: '' }] : []
  if (spec.type !== 'items' || !Array.isArray(value)) return []
  const image = Object.entries(spec.fields).find(([, { type }]) => type === 'image')?.[0]
  const words = Object.entries(spec.fields).find(([, { type }]) => type === 'text' || type === 'line')?.[0]
  return value.flatMap(({ fields }) => {
    const assetId = image === undefined ? null : fields[image]
    const text = words === undefined ? '' : String(fields[words] ?? '').trim()
    return typeof assetId === 'string' && assetId ? [{ assetId, text }] : []
  })
}

function figureOf({ type }: FieldSpec, value: FieldValue): Figure | null {
  if (type === 'number' && typeof value === 'number') return { number: value }
  return type === 'date' && isDay(value) ? { day: value } : null
}

const isDay = (value: FieldValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

/** Empty where there is nothing to say. A transcript is never part of a report: quotes point into it. */
function fieldText(
  kind: ArtefactKind,
  name: string,
  spec: FieldSpec,
  value: FieldValue,
  context: CardContext,
): string {
  if (value === null || value === '') return ''
  switch (spec.type) {
    case 'text':
    case 'line':
      return String(value).trim()
    case 'choice':
      return optionLabel(context.words, kind, name, String(value))
    case 'date':
      return dateText(String(value), context.time)
    case 'number':
      return String(value)
    case 'image':
      return context.words.results.report.image
    case 'transcript':
    case 'spans':
      return ''
    case 'items':
      return Array.isArray(value) ? itemsText(kind, name, spec, value, context) : ''
    case 'source':
      return isSource(value) ? sourceText(value, context) : ''
  }
}

/** One line for each item: "1. Handlung: Antrag holen · Gefühl: −1". */
function itemsText(
  kind: ArtefactKind,
  name: string,
  { fields }: ItemsSpec,
  items: readonly Item[],
  context: CardContext,
): string {
  const lines = items.map((item) => {
    const parts = Object.entries(fields).flatMap(([field, spec]) => {
      const text = fieldText(kind, `${name}.${field}`, spec, item.fields[field] ?? emptyValue(spec), context)
      return text ? [`${fieldLabel(context.words, kind, `${name}.${field}`)}: ${text}`] : []
    })
    return parts.join(' · ')
  })
  return lines.flatMap((line, n) => (line ? [`${n + 1}. ${line}`] : [])).join('\n')
}

/** Days have no time zone; noon keeps them from slipping into the day before. */
function dateText(day: string, time: LocalTime): string {
  const ms = Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(ms) ? day : time.date(ms)
}

/** Which interview; where in it tells nothing to those who do not have the protocol, which never leaves. */
function sourceText(source: QuoteSource, context: CardContext): string {
  const texts = context.words.results.report
  const interview = context.artefact(source.interviewId)
  if (!interview) return texts.sourceUnknown
  const text = isErased(source) ? texts.sourceErased : texts.source
  return fill(text, { interview: headlineIn(interview, context) })
}

function evidenceIn({ pieces, interviews }: Evidence, { words }: CardContext): string {
  const texts = words.artefacts.evidence
  if (pieces.length === 0) return words.results.report.noEvidence
  return fill(words.results.report.evidenceCount, {
    pieces: counted(pieces.length, texts.pieces_one, texts.pieces_other),
    interviews:
      interviews.length === 0
        ? words.results.report.noInterview
        : counted(interviews.length, texts.interviews_one, texts.interviews_other),
  })
}

function relationsOf({ id }: Artefact, context: CardContext): ReportRelation[] {
  const { words, graph, artefact } = context
  return graph.relations(id).flatMap((relation) => {
    const other = artefact(relation.id)
    if (!other) return []
    const labels = relation.outgoing ? words.artefacts.link.outgoing : words.artefacts.link.incoming
    return [
      {
        label: labels[relation.type],
        target: `${words.kinds[other.kind].label}: ${quotedHeadline(other, context)}`,
        targetId: other.id,
        leadsBack: leadsBack(relation),
      },
    ]
  })
}
