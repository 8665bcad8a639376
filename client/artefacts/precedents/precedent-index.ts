import MiniSearch from 'minisearch'
import type { Precedent } from '#shared/consent/precedents.ts'
import { beginningsOf, partsOf, termOf } from './german-terms.ts'

/** A precedent and the group that it belongs to; null for the own one. */
export interface Found extends Precedent {
  group: string | null
}

/** What a hyphen joins are words: "Kita-Portal" and "Kita-Platz" are both about a Kita. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu
const MOST_FOUND = 5
/**
 * Of what somebody wrote, at least so many words have to agree, one of them a word of its title, unless one rare word
 * stands in both titles.
 */
const FEWEST_AGREEING = 2
/** A word, or part of a compound, is rare where no more precedents than these have it, or than this share of them. */
const RARE = { precedents: 2, share: 0.01 }

/** Finds what is like a text, by its words' stems and by the parts of compounds. Built once for a set of precedents. */
export class PrecedentIndex {
  readonly #search: MiniSearch
  readonly #byKey: ReadonlyMap<string, Found>
  /** Every word of the precedents, with its stem. */
  readonly #words: ReadonlyMap<string, string>
  readonly #stems: ReadonlySet<string>
  /** Stems of the words of the precedents by the beginnings that they share with other compounds. */
  readonly #byBeginning = new Map<string, Set<string>>()

  constructor(precedents: readonly Found[]) {
    this.#byKey = new Map(precedents.map((one) => [one.id, one]))
    this.#words = new Map(precedents.flatMap(({ title, words }) => stemsIn(`${title} ${words}`)))
    this.#stems = new Set(this.#words.values())
    for (const [word, stem] of this.#words)
      for (const part of beginningsOf(word))
        this.#byBeginning.set(part, (this.#byBeginning.get(part) ?? new Set()).add(stem))
    this.#search = new MiniSearch({
      fields: ['title', 'words'],
      idField: 'id',
      tokenize: wordsIn,
      processTerm: termOf,
      searchOptions: {
        tokenize: (stems) => stems.split(' '),
        processTerm: (stem) => stem,
        boost: { title: 2 },
      },
    })
    this.#search.addAll([...this.#byKey.values()])
  }

  /**
   * What is like this text, the likest first.
   * @param title the words of the text that say in short what it is @param self the card that says it
   */
  like(text: string, title = text, self?: string): Found[] {
    const wanted = this.#wantedBy(text)
    const agreeing = (stems: readonly string[]) =>
      new Set(stems.flatMap((stem) => [...(wanted.get(stem) ?? [])]))
    const results = this.#search
      .search([...wanted.keys()].join(' '))
      .filter(({ id }) => id !== self)
      .map(({ id, match }) => ({ id: String(id), words: agreeing(Object.keys(match)), match }))
    const isRare = rareAmong(
      results.map(({ words }) => words),
      this.#byKey.size,
    )
    const short = new Set(stemsOf(this.#wantedBy(title)))
    return results
      .filter(({ words, match }) => {
        if (words.size >= FEWEST_AGREEING && [...words].some((word) => short.has(word))) return true
        const inTitle = Object.keys(match).filter((stem) => match[stem]!.includes('title'))
        return [...agreeing(inTitle)].some((word) => short.has(word) && isRare(word))
      })
      .flatMap(({ id }) => this.#byKey.get(id) ?? [])
      .slice(0, MOST_FOUND)
  }

  /** Stems to look for, each with what of the text it stands for: itself, or the part of a compound. */
  #wantedBy(text: string): Map<string, Set<string>> {
    const wanted = new Map<string, Set<string>>()
    const want = (stem: string, because: string) =>
      wanted.set(stem, (wanted.get(stem) ?? new Set()).add(because))
    for (const [word, stem] of stemsIn(text)) {
      want(stem, stem)
      for (const part of partsOf(word)) if (this.#stems.has(part)) want(part, part)
      const shared = beginningsOf(word).findLast((part) => this.#byBeginning.has(part))
      if (shared) for (const like of this.#byBeginning.get(shared)!) want(like, shared)
    }
    const asked = new Set(wanted.keys())
    for (const [word, stem] of this.#words)
      for (const part of partsOf(word)) if (asked.has(part)) want(stem, part)
    return wanted
  }
}

/** Answers whether few of all precedents agree in a word. @param found the words in which each of them agrees */
function rareAmong(found: readonly ReadonlySet<string>[], all: number): (word: string) => boolean {
  const most = Math.max(RARE.precedents, all * RARE.share)
  const counts = new Map<string, number>()
  for (const words of found) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => (counts.get(word) ?? 0) <= most
}

const stemsOf = (wanted: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...wanted.values()].flatMap((stems) => [...stems])

const wordsIn = (text: string) => text.match(WORDS) ?? []

const stemsIn = (text: string): [string, string][] =>
  wordsIn(text).flatMap((word) => {
    const stem = termOf(word)
    return stem === null ? [] : [[word.toLocaleLowerCase('de'), stem] as [string, string]]
  })
