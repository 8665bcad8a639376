import { folded } from './folded-text.ts'
import { haveSameSense } from './same-sense.ts'

/**
 * How alike two short texts are by their letters, from 0 to 1: the share of pieces of three letters that they have in
 * common (Dice). It knows no meaning: "Akten im Keller" and "Papier im Archiv" are not alike to it, and it is offered as
 * what it is. Typos, umlauts, capitals, punctuation and the order of words count little or nothing.
 */
function likeness(one: TextPieces, other: TextPieces): number {
  if (one.total === 0 || other.total === 0) return 0
  const [small, large] = one.pieces.size < other.pieces.size ? [one, other] : [other, one]
  let shared = 0
  for (const [piece, count] of small.pieces) shared += Math.min(count, large.pieces.get(piece) ?? 0)
  return (2 * shared) / (one.total + other.total)
}

/** A text cut into pieces of three letters, word by word, each with how often it stands there. */
interface TextPieces {
  pieces: ReadonlyMap<string, number>
  total: number
}

function textPieces(text: string): TextPieces {
  const pieces = new Map<string, number>()
  let total = 0
  for (const word of folded(text).spelled.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = ` ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) {
      const piece = padded.slice(at, at + 3)
      pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
      total++
    }
  }
  return { pieces, total }
}

/** `likeness` of two texts that are written out. */
export const textLikeness = (one: string, other: string): number =>
  likeness(textPieces(one), textPieces(other))

/** From here on two texts say the same for all a reader can tell. Measured: tests/unit/shared/base/similar-texts.test.ts. */
const SAME = 0.78
/** Short texts agree by chance: fewer letters than this have to be the same altogether. */
const LETTERS_TO_DIFFER = 14
/** Below this a text is not alike, it only has some letters in common. */
const ALIKE = 0.25

export interface Text {
  id: string
  text: string
}

/** Pairs of texts that say the same in other letters, the likest first. */
export function nearDuplicates(texts: readonly Text[]): { one: string; other: string; likeness: number }[] {
  const cut = texts.map(({ id, text }) => ({ id, ...textPieces(text) }))
  const byPiece = new Map<string, number[]>()
  const pairs: { one: string; other: string; likeness: number }[] = []
  for (const [n, text] of cut.entries()) {
    const shared = new Map<number, number>()
    for (const [piece, count] of text.pieces)
      for (const earlier of byPiece.get(piece) ?? [])
        shared.set(earlier, (shared.get(earlier) ?? 0) + Math.min(count, cut[earlier]!.pieces.get(piece)!))
    for (const [earlier, common] of shared) {
      const value = (2 * common) / (text.total + cut[earlier]!.total)
      const isShort = Math.min(text.total, cut[earlier]!.total) < LETTERS_TO_DIFFER
      if (value >= (isShort ? 1 : SAME) && haveSameSense(texts[earlier]!.text, texts[n]!.text))
        pairs.push({ one: cut[earlier]!.id, other: text.id, likeness: value })
    }
    for (const piece of text.pieces.keys()) byPiece.set(piece, [...(byPiece.get(piece) ?? []), n])
  }
  return pairs.sort((a, b) => b.likeness - a.likeness)
}

/** The texts that have most letters in common with this one, the likest first. */
export function mostAlike(text: string, others: readonly Text[], max: number): Text[] {
  const wanted = textPieces(text)
  return others
    .map((other) => ({ other, value: likeness(wanted, textPieces(other.text)) }))
    .filter(({ value }) => value >= ALIKE)
    .sort((a, b) => b.value - a.value)
    .slice(0, max)
    .map(({ other }) => other)
}
