export interface Slide {
  title: string
  /** What it is a part of, behind the title; null where the whole deck is about that. */
  about: string | null
  /** `opening`: something begins here; its points are lines below the title. */
  type: 'opening' | 'points'
  points: readonly string[]
  /** Two short parts side by side, each with its name; then there are no points. */
  pair: readonly [SlidePart, SlidePart] | null
  /** By the name that it has among the pictures handed to the writer. */
  picture: { name: string; alt: string } | null
  /** Paragraphs that nobody sees but who speaks. */
  notes: readonly string[]
}

export interface SlidePart {
  label: string
  points: readonly string[]
}

export const bare: Slide = {
  title: '',
  about: null,
  type: 'points',
  points: [],
  pair: null,
  picture: null,
  notes: [],
}
