import type { TFunction } from 'i18next'
import type { QuoteSource } from '#shared/kinds/field.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import type { CardSource } from '../card-room.ts'

/** The small print of cards, worded once for the screen and for pictures. */

const present = (...parts: unknown[]) =>
  parts.filter((part) => part !== null && part !== '' && part !== undefined)
const joined = (...parts: unknown[]) => present(...parts).join(' · ')

export function quoteLines(
  t: TFunction,
  room: CardSource,
  { fields }: Artefact,
): { who: string; where: string } {
  const source = fields.source as QuoteSource | null
  const interview = source ? room.session.artefacts.get(source.interviewId) : null
  const origin = interview ? t('board.card.from', { title: headlineOf(interview) }) : t('board.card.noSource')
  const paraphrased =
    fields.rendering === 'paraphrased' ? t('kinds.quote.fields.rendering.options.paraphrased') : ''
  return {
    who: joined(fields.pseudonym || t('board.card.nobody'), paraphrased),
    where: joined(origin, fields.topic),
  }
}

export function personaLines(
  t: TFunction,
  { fields }: Artefact,
): { about: string; rows: [string, string][] } {
  const rows = (['goals', 'needs', 'obstacles'] as const).map((name): [string, string] => [
    t(`kinds.persona.fields.${name}.label`),
    String(fields[name] ?? ''),
  ])
  return { about: joined(fields.role, fields.municipality), rows: rows.filter(([, text]) => text.trim()) }
}

export function interviewLines(t: TFunction, { fields }: Artefact): { about: string; consent: string } {
  const minutes = fields.minutes === null ? '' : t('board.card.minutes', { count: Number(fields.minutes) })
  const consent = String(fields.consent) as 'unknown' | 'given' | 'refused'
  return {
    about: joined(fields.municipality, fields.function, fields.date, minutes),
    consent: t('board.card.consent', { state: t(`kinds.interview.fields.consent.options.${consent}`) }),
  }
}

/** First letters of the first two words of a name. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join('')
}
