import type { ReportCard } from './report.ts'

/** Who is told where in one document, and which number a piece of evidence has in it. */
export class References {
  readonly #numbers = new Map<string, number>()
  readonly #anchors = new Map<string, string>()
  readonly #places = new Map<string, string>()

  /** @param cards in the order in which they will be read; what is evidence gets a number, 1 first */
  constructor(cards: readonly ReportCard[]) {
    for (const { id, role, withheld } of cards)
      if (role === 'is' && !withheld && !this.#numbers.has(id)) this.#numbers.set(id, this.#numbers.size + 1)
  }

  numberOf(id: string): number | null {
    return this.#numbers.get(id) ?? null
  }

  /** Ids of cards are anybody's text after an import; these are letters and figures. */
  anchor(id: string): string {
    const known = this.#anchors.get(id) ?? `card-${this.#anchors.size + 1}`
    this.#anchors.set(id, known)
    return known
  }

  /** Where a card was told first; null before that. */
  toldIn(id: string): string | null {
    return this.#places.get(id) ?? null
  }

  tell(id: string, place: string): void {
    if (!this.#places.has(id)) this.#places.set(id, place)
  }
}
