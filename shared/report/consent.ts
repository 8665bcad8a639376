import { folded } from '../base/folded-text.ts'
import type { Artefact } from '../document/artefacts.ts'

/**
 * Consent follows the quote: what is not released, or was said in an interview whose consent was refused, appears in
 * no file that is made for reading (docs/decisions/0015). Because people copy and derive, the rule also looks for the
 * words themselves: a field that repeats a withheld wording is withheld like the quote, unless another quote released
 * the same words.
 */
export interface Consent {
  /** Whether the card itself is a withheld quote or interview. */
  withholds(artefact: Artefact): boolean
  /** Whether the text repeats what is withheld somewhere. */
  repeats(text: string): boolean
  readonly withheldQuotes: number
}

/** A copy may have been shortened; so many characters in a row are no coincidence. */
const TELLING_CHARS = 80
/** Shorter wordings ("Ja, genau.") are withheld where they stand alone only. */
const SHORT_CHARS = 16

/** @param artefacts of all groups that go into the file, placed or not */
export function consentOf(artefacts: readonly Artefact[]): Consent {
  const refused = new Set(artefacts.filter(isRefused).map(({ id }) => id as string))
  const withheld = artefacts.filter((artefact) => isWithheldQuote(artefact, refused))
  const ids = new Set<string>([...refused, ...withheld.map(({ id }) => id)])
  const free = artefacts.filter(({ id, kind }) => kind === 'quote' && !ids.has(id)).map(wordingOf)
  const stretches = withheld
    .map(wordingOf)
    .filter((words) => words !== '' && !free.some((released) => released.includes(start(words))))
  const short = new Set(stretches.filter((words) => words.length < SHORT_CHARS))
  const telling = stretches.filter((words) => words.length >= SHORT_CHARS).map(start)
  return {
    withholds: ({ id }) => ids.has(id),
    repeats(text) {
      const words = normal(text)
      return short.has(words) || telling.some((stretch) => words.includes(stretch))
    },
    withheldQuotes: withheld.length,
  }
}

const wordingOf = ({ fields }: Artefact) => normal(fields.wording)
const start = (words: string) => words.slice(0, TELLING_CHARS)

const isRefused = ({ kind, fields }: Artefact) => kind === 'interview' && fields.consent === 'refused'

function isWithheldQuote({ kind, fields }: Artefact, refused: ReadonlySet<string>): boolean {
  if (kind !== 'quote') return false
  const { source } = fields
  const interviewId = source !== null && typeof source === 'object' ? source.interviewId : null
  return fields.release !== 'released' || (interviewId !== null && refused.has(interviewId))
}

/** Without quotation marks, and as texts are compared everywhere, so that a retyped copy is found as well. */
function normal(text: unknown): string {
  return folded(String(text ?? '').replace(/["'„“”‚‘’«»‹›…]/g, '')).spelled.trim()
}
