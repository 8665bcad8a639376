import { fieldsOf, isTextField, kinds, plainKind, type ArtefactKind } from '../kinds/index.ts'
import { insidePair } from './text-change.ts'

/** Words as they become a card. */
interface WordsOfCard {
  kind: ArtefactKind
  text: string
}

/**
 * Words of any length as cards of a kind, where its headline holds all of them, else as plain ones, as many as it takes: a
 * text above its limit is put back whole by the server, and then nobody has it.
 */
export function wordsAsCards(own: ArtefactKind, words: string): WordsOfCard[] {
  const kind = holds(own, words) ? own : plainKind
  return textParts(words, charsIn(kind)).map((text) => ({ kind, text }))
}

/** A text in pieces of at most so many characters; no sign that takes two is divided. */
export function textParts(text: string, maxChars: number): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    const full = at + maxChars
    const end = full - 1 > at && insidePair(text, full) ? full - 1 : full
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

/** Characters that fit into the headline of a kind. */
export function charsIn(kind: ArtefactKind): number {
  const spec = fieldsOf(kind)[kinds[kind].headline]
  return spec && isTextField(spec) ? spec.maxChars : 1
}

function holds(kind: ArtefactKind, words: string): boolean {
  const spec = fieldsOf(kind)[kinds[kind].headline]
  const isOneLine = spec?.type === 'line' && words.includes('\n')
  return !isOneLine && words.length <= charsIn(kind)
}
