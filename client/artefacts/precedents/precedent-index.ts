import MiniSearch from 'minisearch'
import type { Precedent } from '#shared/consent/precedents.ts'
import { partsOf, termOf } from './german-terms.ts'

/** A precedent and the group that it belongs to; null for the own one. */
export interface Found extends Precedent {
  group: string | null
}

/** What a hyphen joins are words: "Kita-Portal" and "Kita-Platz" are both about a Kita. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu
const MOST_FOUND = 5
/** Of what somebody wrote, at least so many words have to agree, as far as there are as many. */
const FEWEST_AGREEING = 2

/** Finds what is like a text, by its words' stems and by the parts of compounds. Built once for a set of precedents. */
export class PrecedentIndex {
  readonly #search: MiniSearch
  readonly #byKey: ReadonlyMap<string, Found>
  /** Every word of the precedents, with its stem. */
  readonly #words: ReadonlyMap<string, string>
  readonly #stems: ReadonlySet<string>

  constructor(precedents: readonly Found[]) {
    this.#byKey = new Map(precedents.map((one) => [one.id, one]))
    this.#words = new Map(precedents.flatMap(({ title, words }) => stemsIn(`${title} ${words}`)))
    this.#stems = new Set(this.#words.values())
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

  /** What is like this text, the likest first; nothing for a text of fewer than two telling words. */
  like(text: string): Found[] {
    const wanted = this.#wantedBy(text)
    if (new Set([...wanted.values()].flatMap((stems) => [...stems])).size < FEWEST_AGREEING) return []
    const agreeing = (matched: readonly string[]) =>
      new Set(matched.flatMap((stem) => [...(wanted.get(stem) ?? [])])).size
    return this.#search
      .search([...wanted.keys()].join(' '))
      .filter(({ match }) => agreeing(Object.keys(match)) >= FEWEST_AGREEING)
      .flatMap(({ id }) => this.#byKey.get(String(id)) ?? [])
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
    }
    const asked = new Set(wanted.keys())
    for (const [word, stem] of this.#words)
      for (const part of partsOf(word)) if (asked.has(part)) want(stem, part)
    return wanted
  }
}

const wordsIn = (text: string) => text.match(WORDS) ?? []

const stemsIn = (text: string): [string, string][] =>
  wordsIn(text).flatMap((word) => {
    const stem = termOf(word)
    return stem === null ? [] : [[word.toLocaleLowerCase('de'), stem] as [string, string]]
  })
