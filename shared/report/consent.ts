import { folded } from '../base/folded-text.ts'
import { isSource } from '../kinds/field.ts'
import { evidenceRole, fieldsOf, traitsOf } from '../kinds/index.ts'
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
  const closed = artefacts.filter((artefact) => !isOpen(artefact))
  const ids = new Set<string>(closed.map(({ id }) => id))
  const fromClosed = artefacts.filter(
    (artefact) => !ids.has(artefact.id) && ids.has(sourceOf(artefact) ?? ''),
  )
  for (const { id } of fromClosed) ids.add(id)
  const withheld = artefacts.filter(({ id }) => ids.has(id))
  const free = artefacts.filter(({ id }) => !ids.has(id)).flatMap(tellingText)
  const stretches = withheld
    .flatMap(tellingText)
    .filter((words) => words !== '' && !free.some((released) => released.includes(start(words))))
  const short = new Set(stretches.filter((words) => words.length < SHORT_CHARS))
  const telling = stretches.filter((words) => words.length >= SHORT_CHARS).map(start)
  return {
    withholds: ({ id }) => ids.has(id),
    repeats(text) {
      const words = normal(text)
      return short.has(words) || telling.some((stretch) => words.includes(stretch))
    },
    withheldQuotes: withheld.filter(({ kind }) => evidenceRole(kind) === 'is').length,
  }
}

const start = (words: string) => words.slice(0, TELLING_CHARS)

/** Whether the card itself says that it may go out; cards without such a choice may. */
function isOpen({ kind, fields }: Artefact): boolean {
  const { release } = traitsOf(kind)
  return release === undefined || release.open.includes(String(fields[release.by]))
}

/** The text whose words must not stand anywhere else either, without what does not change it. */
function tellingText({ kind, fields }: Artefact): string[] {
  const telling = traitsOf(kind).release?.telling ?? null
  return telling === null ? [] : [normal(fields[telling])]
}

/** The interview a card was taken from. */
function sourceOf({ kind, fields }: Artefact): string | null {
  const name = Object.entries(fieldsOf(kind)).find(([, { type }]) => type === 'source')?.[0]
  const source = name === undefined ? null : fields[name]
  return isSource(source) ? source.interviewId : null
}

/** Without quotation marks, and as texts are compared everywhere, so that a retyped copy is found as well. */
function normal(text: unknown): string {
  return folded(String(text ?? '').replace(/["'„“”‚‘’«»‹›…]/g, '')).spelled.trim()
}
