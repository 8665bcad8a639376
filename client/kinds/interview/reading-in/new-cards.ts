import { spansText, spansWithin, type Span } from '#shared/base/spans.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import { interview } from '#shared/kinds/interview/spec.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import type { NewCard } from '#client/artefacts/card-actions.ts'
import { day, wholeNumber } from '#client/artefacts/field-values.ts'
import type { Part } from './divide.ts'
import type { KnownTexts } from './known-texts.ts'

/** What is known of a conversation, as it stands in a form. */
export interface About {
  title: string
  number: string
  municipality: string
  function: string
  date: string
  minutes: string
  interviewer: string
  consent: string
  anonymity: string
}

/** What was agreed with the person, often the same with everybody in a file. */
export const agreedFields = ['consent', 'anonymity'] as const
export type Agreed = Pick<About, (typeof agreedFields)[number]>
export const nothingAgreed: Agreed = { consent: 'unknown', anonymity: 'unknown' }

export const nothingKnown: About = {
  title: '',
  number: '',
  municipality: '',
  function: '',
  date: '',
  minutes: '',
  interviewer: '',
  ...nothingAgreed,
}

/** A part of a file as people may still change it before it becomes a card. */
export interface PartDraft extends Span {
  /** `supply`: not a card of its own, but the protocol of the one that waits for it */
  type: 'interview' | 'supply' | 'document' | 'nothing'
  about: About
  /** The card that says the same already; null for something new. */
  twin: Artefact | null
  /** The card whose protocol this is; null where none waits. */
  waiting: Artefact | null
  /** Of this interview nothing but its heading is there. */
  isBare: boolean
}

/**
 * What the parts of a file become, unless somebody wants something else: one card is filled once, and a heading with
 * nothing below it fills none.
 */
export function draftsOf({ text }: ProtocolText, parts: readonly Part[], known: KnownTexts): PartDraft[] {
  const filled = new Set<string>()
  return parts.map((part) => {
    const isBare = part.type === 'interview' && part.isBare
    const twin = isBare ? known.cardOf(part) : known.twinOf(text.slice(part.start, part.end))
    const waiting = part.type === 'interview' && !isBare && !twin ? known.waitingFor(part) : null
    const isFilled = waiting !== null && filled.has(waiting.id)
    if (waiting) filled.add(waiting.id)
    return partDraft(part, twin, isFilled ? null : waiting)
  })
}

/** What is written of the second counts where nothing is of the first. */
export function joinedDraft(first: PartDraft, second: PartDraft): PartDraft {
  const other: Record<keyof About, string> = second.about
  const about = Object.fromEntries(
    Object.entries(first.about as Record<keyof About, string>).map(([name, value]) => [
      name,
      value || other[name as keyof About],
    ]),
  ) as Record<keyof About, string>
  return { ...first, about: { ...about, ...agreedIn(first.about, second.about) } }
}

/**
 * After a part was split in two, or taken together with the next: what people wrote of it stays, whatever it is now. A
 * heading that got its text may be what a card waits for.
 */
export function redrafted(
  { text }: ProtocolText,
  draft: PartDraft,
  { start, end }: Span,
  known: KnownTexts,
): PartDraft {
  const twin = known.twinOf(text.slice(start, end))
  const isFreed = draft.twin !== null && twin === null && draft.type === 'nothing'
  const type = isFreed ? 'interview' : draft.type
  const whole = { ...draft, start, end, twin, isBare: false, type }
  if (!draft.isBare || twin || type !== 'interview') return whole
  const waiting = known.waitingFor(conversationIn(draft.about))
  return waiting ? { ...whole, waiting, type: 'supply', about: aboutWaiting(waiting, draft.about) } : whole
}

/** What is there already is left out, and what is missing is filled, unless somebody wants it twice. */
function partDraft(part: Part, twin: Artefact | null, waiting: Artefact | null): PartDraft {
  const { start, end } = part
  const read = aboutPart(part)
  return {
    type: twin ? 'nothing' : waiting ? 'supply' : part.type,
    start,
    end,
    about: waiting ? aboutWaiting(waiting, read) : read,
    twin,
    waiting,
    isBare: part.type === 'interview' && part.isBare,
  }
}

/**
 * What is known of a conversation whose card waits for its protocol: what the card says, and what only the protocol does.
 * A title that was given for want of another goes where the protocol's own holds it ("Aue", "Interview 3 (Aue, 3.2.2026)").
 */
export function aboutWaiting({ fields }: Artefact, read: About): About {
  const said = (name: string) => String(fields[name] ?? '').trim()
  const known = Object.entries(read as Record<keyof About, string>).map(([name, value]) => [
    name,
    said(name) || value,
  ])
  return {
    ...(Object.fromEntries(known) as Record<keyof About, string>),
    title: read.title.includes(said('title')) ? read.title : said('title'),
    ...agreedIn({ consent: said('consent'), anonymity: said('anonymity') }, read),
  }
}

/** What a card says of it, or where it says nothing, what is said of all. */
export const agreedIn = (own: Agreed, ofAll: Agreed): Agreed => ({
  consent: own.consent === 'unknown' ? ofAll.consent : own.consent,
  anonymity: own.anonymity === 'unknown' ? ofAll.anonymity : own.anonymity,
})

/** What a form says of a conversation, as far as it is known again by it. */
export const conversationIn = ({ number, municipality }: About) => ({
  number: wholeNumber(number, interview.fields.number),
  place: municipality.trim(),
})

export function aboutPart(part: Part): About {
  const { type, title } = part
  if (type === 'document') return { ...nothingKnown, title }
  const { number, place, date, minutes, interviewer } = part
  return {
    title,
    number: number === null ? '' : String(number),
    municipality: place,
    function: part.function,
    date: date ?? '',
    minutes: minutes === null ? '' : String(minutes),
    interviewer,
    ...nothingAgreed,
  }
}

/** The transcript's own fields, for a part of a text. */
export function transcriptFields(
  { text, strong }: ProtocolText,
  part: Span = { start: 0, end: text.length },
) {
  const stressed = spansWithin(
    strong.map(([start, end]) => ({ start, end })),
    part,
  )
  return { transcript: text.slice(part.start, part.end), strong: fittingSpans(stressed) }
}

/** Beyond what may be stored, the last ones go. */
function fittingSpans(spans: readonly Span[]): string {
  let kept = spansText(spans)
  for (let count = spans.length; kept.length > interview.fields.strong.maxChars;) {
    count = Math.floor(count / 2)
    kept = spansText(spans.slice(0, count))
  }
  return kept
}

export function aboutFields(about: About): Record<string, FieldValue> {
  const line = (value: string) => cutBetweenCharacters(value.trim(), interview.fields.title.maxChars)
  const short = (value: string) => cutBetweenCharacters(value.trim(), interview.fields.municipality.maxChars)
  return {
    title: line(about.title),
    number: wholeNumber(about.number, interview.fields.number),
    municipality: short(about.municipality),
    function: short(about.function),
    interviewer: short(about.interviewer),
    date: day(about.date),
    minutes: wholeNumber(about.minutes, interview.fields.minutes),
    consent: about.consent,
    anonymity: about.anonymity,
  }
}

/** A card for a part of a text; none for a part that nobody wants. */
export function cardOf(
  protocol: ProtocolText,
  { type, start, end, about, isBare }: PartDraft,
  agreed: Agreed,
  parentId: string,
): NewCard[] {
  const transcript = transcriptFields(protocol, { start, end })
  switch (type) {
    case 'interview':
      if (isBare) return [missingCard(about.title, about, parentId)]
      return [
        { kind: 'interview', parentId, fields: { ...transcript, ...aboutFields({ ...about, ...agreed }) } },
      ]
    case 'document':
      return [{ kind: 'document', parentId, fields: { ...transcript, title: about.title.trim() } }]
    case 'supply':
    case 'nothing':
      return []
  }
}

/** An interview that was announced and whose protocol nobody has handed in. */
export const missingCard = (title: string, facts: Partial<About>, parentId: string): NewCard => ({
  kind: 'interview',
  parentId,
  fields: aboutFields({ ...nothingKnown, ...facts, title }),
})
