import * as Y from 'yjs'
import { textIn } from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'
import { wordsOfRichText } from '#shared/document/rich-text.ts'
import type { Past } from './past-values.ts'

/** Words that somebody wrote where they may not, or where there is no room, as they stood there before they were taken back. */
export interface TakenWords {
  /** Card they were written on; null for a drawing. */
  artefactId: string | null
  /** Field of that card; null where it is inside of one. */
  field: string | null
  /** What they were written into: the same for what is written on there later. */
  place: string
  /** All that stood there. */
  words: string
  /** What was written of it, in one piece, and where; null where it is all new or in several pieces. */
  piece: WrittenPiece | null
}

interface WrittenPiece {
  text: string
  /** Offset of its end in `words`, UTF-16. */
  end: number
  /** Letter before it, and its last one. */
  after: Y.ID | null
  last: Y.ID
}

/** Keys of a board record that hold words. */
const wordKeys: ReadonlySet<string> = new Set(['p.text', 'p.richText', 'p.name'])

/** Gathers what one change wrote on what is locked, or in place of words that fit, before it is put back. */
export class TakenBack {
  readonly words: TakenWords[] = []
  readonly #roots: Roots
  readonly #past: Past

  constructor(roots: Roots, past: Past) {
    this.#roots = roots
    this.#past = past
  }

  /** A text or map of a card, and the keys of it that changed. */
  fromCard(type: Y.AbstractType<unknown>, keys: readonly (string | null)[]): void {
    if (type instanceof Y.Text) return this.fromText(type)
    if (type instanceof Y.Map) for (const key of keys) if (key !== null) this.#fromValue(type.get(key))
  }

  /** A record of the board; of a card the words are elsewhere, and stay. */
  fromRecord(id: string, record: unknown): void {
    if (record instanceof Y.Map)
      for (const key of wordKeys) this.fromDrawing(id, key, (record as Y.Map<unknown>).get(key))
  }

  fromDrawing(id: string, key: string, value: unknown): void {
    if (!wordKeys.has(key)) return
    const words = textIn(value) || wordsOfRichText(value)
    if (words.trim() !== '')
      this.words.push({ artefactId: null, field: null, place: `${id} ${key}`, words, piece: null })
  }

  /** Something new in a card, with all texts in it. */
  #fromValue(value: unknown): void {
    if (value instanceof Y.Text) this.fromText(value)
    else if (value instanceof Y.Map) for (const inner of value.values()) this.#fromValue(inner)
  }

  fromText(text: Y.Text): void {
    const written = this.#writtenIn(text)
    const way = wayTo(text, this.#roots.artefacts)
    if (!written || !way) return
    const [artefactId, ...keys] = way
    const field = keys.length === 1 ? keys[0]!.slice(FIELD.length) : null
    this.words.push({ artefactId: artefactId!, field, place: way.join(' '), ...written })
  }

  /** Null where nothing was. */
  #writtenIn(text: Y.Text): Pick<TakenWords, 'words' | 'piece'> | null {
    let [words, isGoingOn] = ['', false]
    const pieces: WrittenPiece[] = []
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || item.content instanceof Y.ContentString === false) continue
      const { str } = item.content
      words += str
      const isNew = this.#past.isNew(item)
      if (isNew) {
        const former = isGoingOn ? pieces.pop() : null
        const [before, after] = former ? [former.text, former.after] : ['', item.origin]
        pieces.push({ text: before + str, end: words.length, after, last: item.lastId })
      }
      isGoingOn = isNew
    }
    if (pieces.length === 0 || words.trim() === '') return null
    return { words, piece: pieces.length === 1 ? pieces[0]! : null }
  }
}

const FIELD = 'f.'

/** Keys that lead from the cards to a type inside of one; null where it is in none. */
function wayTo(type: Y.Text, artefacts: unknown): string[] | null {
  const way: string[] = []
  let at = type as unknown as Y.AbstractType<unknown>
  while (at !== artefacts) {
    const { parent, parentSub }: Partial<Y.Item> = at._item ?? {}
    if (parent instanceof Y.AbstractType === false || typeof parentSub !== 'string') return null
    way.unshift(parentSub)
    at = parent
  }
  return way
}
